/** The corridor: a Spring Batch job of three steps. Start reading at {@link dev.roomline.job.RenderJob}. */
@NullMarked
package dev.roomline.job;

import org.jspecify.annotations.NullMarked;
