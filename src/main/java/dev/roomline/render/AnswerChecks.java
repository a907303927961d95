package dev.roomline.render;

import dev.roomline.domain.Parameter;
import dev.roomline.domain.Render;
import dev.roomline.domain.SeedPolicy;
import dev.roomline.ledger.PictureRecords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds renders whose answer does not fit what was asked for. */
record AnswerChecks(PictureRecords records) {

  /** Why a person should look at the render; empty if its answer fits. */
  List<String> reasons(RenderTask task, Render render) {
    var reasons = new ArrayList<String>();
    records
        .otherRowOfItsId(task.key(), render)
        .ifPresent(row -> reasons.add("the provider gave row " + row + "'s render the same id"));
    var asked = seed(task);
    var used = render.seed();
    if (asked != null && used != null && !used.equals(asked) && used != otherSeed(task)) {
      reasons.add("seed: %d was asked for, the provider used %d".formatted(asked, used));
    }
    return reasons;
  }

  private static @Nullable Long seed(RenderTask task) {
    var row = task.row();
    if (row == null) return null;
    return task.request(row).parameters().get(Parameter.SEED.label()) instanceof Long seed
        ? seed
        : null;
  }

  /** The seed that an earlier run sent if a person wanted another one. */
  private static long otherSeed(RenderTask task) {
    return SeedPolicy.other(task.key(), task.purchase().attempt() - 1);
  }
}
