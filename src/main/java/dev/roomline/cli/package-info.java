/** The doors on the command line: verbs, options, what a person sees, exit codes. */
@NullMarked
package dev.roomline.cli;

import org.jspecify.annotations.NullMarked;
