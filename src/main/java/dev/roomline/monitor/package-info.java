/** Tells a monitoring service that a run began and how it ended. Depends on no other room. */
@NullMarked
package dev.roomline.monitor;

import org.jspecify.annotations.NullMarked;
