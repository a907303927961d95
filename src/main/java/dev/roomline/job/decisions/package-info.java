/** What people decide: unsure renders resolved, pictures accepted or rejected. */
@NullMarked
package dev.roomline.job.decisions;

import org.jspecify.annotations.NullMarked;
