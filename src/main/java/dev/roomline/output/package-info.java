/** The output folder: results.csv, errors.csv, pictures, gallery. */
@NullMarked
package dev.roomline.output;

import org.jspecify.annotations.NullMarked;
