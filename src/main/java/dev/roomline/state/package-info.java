/** The state folder: its lock, its database, its sign of life. */
@NullMarked
package dev.roomline.state;

import org.jspecify.annotations.NullMarked;
