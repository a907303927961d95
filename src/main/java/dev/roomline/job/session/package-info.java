/** A job opened: its settings resolved, its state locked, its database open. */
@NullMarked
package dev.roomline.job.session;

import org.jspecify.annotations.NullMarked;
