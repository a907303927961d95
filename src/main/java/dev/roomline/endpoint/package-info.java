/** The counter: the only place that knows the vendor's API. */
@NullMarked
package dev.roomline.endpoint;

import org.jspecify.annotations.NullMarked;
