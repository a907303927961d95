/** The state folder: its lock, its database, the status of its run. */
@NullMarked
package dev.roomline.state;

import org.jspecify.annotations.NullMarked;
