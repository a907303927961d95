/** Chooses failed renders and has them rendered once more. */
@NullMarked
package dev.roomline.job.retry;

import org.jspecify.annotations.NullMarked;
