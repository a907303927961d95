/** The shelf: photos in, pictures kept. */
@NullMarked
package dev.roomline.images;

import org.jspecify.annotations.NullMarked;
