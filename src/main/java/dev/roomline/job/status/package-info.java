/** Past runs and SQL queries. Changes nothing. */
@NullMarked
package dev.roomline.job.status;

import org.jspecify.annotations.NullMarked;
