/** Photos in, pictures checked and kept. */
@NullMarked
package dev.roomline.images;

import org.jspecify.annotations.NullMarked;
