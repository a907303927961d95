/** One run from lock to report. */
@NullMarked
package dev.roomline.job.run;

import org.jspecify.annotations.NullMarked;
