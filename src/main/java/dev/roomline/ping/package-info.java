/** Tells a monitor that a night ran; knows none of the others. */
@NullMarked
package dev.roomline.ping;

import org.jspecify.annotations.NullMarked;
