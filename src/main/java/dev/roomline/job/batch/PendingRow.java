package dev.roomline.job.batch;

import dev.roomline.domain.RoomRow;
import dev.roomline.render.PendingRender;

/** A row that was read ahead: its render has begun, or the row is invalid. */
sealed interface PendingRow {
  RoomRow row();

  record Begun(RoomRow.Order row, PendingRender render) implements PendingRow {}

  record Invalid(RoomRow.Invalid row) implements PendingRow {}
}
