/** The room list: CSV in, checked as a whole first, then read row by row. */
@NullMarked
package dev.roomline.rooms;

import org.jspecify.annotations.NullMarked;
