/** How fast and how long a run may pay: rate limiter, concurrency limit, circuit breaker, stop. */
@NullMarked
package dev.roomline.render.limits;

import org.jspecify.annotations.NullMarked;
