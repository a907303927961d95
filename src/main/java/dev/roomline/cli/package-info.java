/** Commands, options, the terminal: what a person types and sees. */
@NullMarked
package dev.roomline.cli;

import org.jspecify.annotations.NullMarked;
