/** The pages people look at: plain records in, files out. Knows none of the other rooms. */
@NullMarked
package dev.roomline.gallery;

import org.jspecify.annotations.NullMarked;
