/**
 * The Spring Batch job: read ahead, render, collect, publish. The only room that knows Spring
 * Batch.
 */
@NullMarked
package dev.roomline.job.batch;

import org.jspecify.annotations.NullMarked;
