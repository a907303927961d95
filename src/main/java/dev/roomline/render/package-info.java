/** The buyer: books, slots, pace and counter, so that every render is bought at most once. */
@NullMarked
package dev.roomline.render;

import org.jspecify.annotations.NullMarked;
