/** Commands, options, the terminal: what a person types and what they see. */
@NullMarked
package dev.roomline.cli;

import org.jspecify.annotations.NullMarked;
