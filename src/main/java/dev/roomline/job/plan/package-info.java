/** What a run would pay for, why, and how long it would take. Free; changes nothing. */
@NullMarked
package dev.roomline.job.plan;

import org.jspecify.annotations.NullMarked;
