/** The rooms file: CSV in, checked as a whole first, then read row by row. */
@NullMarked
package dev.roomline.rows;

import org.jspecify.annotations.NullMarked;
