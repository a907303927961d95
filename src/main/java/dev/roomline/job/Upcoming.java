package dev.roomline.job;

import dev.roomline.render.Sought;
import dev.roomline.room.RoomRow;

/** A row that has not begun. */
sealed interface Upcoming {

  record Order(Sought sought) implements Upcoming {}

  record Invalid(RoomRow.Invalid row) implements Upcoming {}
}
