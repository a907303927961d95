/** The HTML gallery of a run: plain records in, files out. Depends on no other room. */
@NullMarked
package dev.roomline.gallery;

import org.jspecify.annotations.NullMarked;
