package dev.roomline.job.batch;

import dev.roomline.domain.RoomRow;
import dev.roomline.render.PendingRender;

/** A row inside the window: its render begun, or refused on sight. */
sealed interface PendingRow {
  RoomRow row();

  record Begun(RoomRow.Order row, PendingRender render) implements PendingRow {}

  record Invalid(RoomRow.Invalid row) implements PendingRow {}
}
