/** Draws the sandbox's rooms. */
@NullMarked
package dev.roomline.sandbox.draw;

import org.jspecify.annotations.NullMarked;
