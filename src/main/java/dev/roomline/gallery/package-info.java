/** The HTML pages to look at: plain records in, files out. Depends on no other room. */
@NullMarked
package dev.roomline.gallery;

import org.jspecify.annotations.NullMarked;
