/**
 * A job and what can be done with it: eight packages, of which {@link dev.roomline.job.batch} is the
 * Spring Batch job. Start reading at {@link dev.roomline.job.batch.RenderJob}.
 */
@NullMarked
package dev.roomline.job;

import org.jspecify.annotations.NullMarked;
