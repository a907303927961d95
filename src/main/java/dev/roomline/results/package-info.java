/** The results table: rows, statuses, causes, remedies. */
@NullMarked
package dev.roomline.results;

import org.jspecify.annotations.NullMarked;
