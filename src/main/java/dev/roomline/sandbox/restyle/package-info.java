/** Restyles a photo, as the sandbox's renders do. */
@NullMarked
package dev.roomline.sandbox.restyle;

import org.jspecify.annotations.NullMarked;
