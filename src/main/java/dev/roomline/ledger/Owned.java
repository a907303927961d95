package dev.roomline.ledger;

import dev.roomline.room.Keeping.Kept;
import dev.roomline.room.RenderKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Renders that are here with their pictures, and nobody has said a word against them. */
final class Owned {
  private static final String FIND =
      "select * from render_ledger where render_key in (:keys) and edition >= :edition";
  private static final BinaryOperator<Entry> NEWER =
      BinaryOperator.maxBy(Comparator.comparingInt((Entry it) -> it.purchase().edition())
          .thenComparingInt(it -> it.purchase().attempt()));

  private Owned() {}

  static Map<RenderKey, Entry> of(Collection<RenderKey> keys, int sinceEdition, JdbcClient jdbc) {
    var newest = new HashMap<RenderKey, Entry>();
    if (keys.isEmpty()) return newest;
    jdbc.sql(FIND)
        .param("keys", keys.stream().map(RenderKey::value).toList())
        .param("edition", sinceEdition)
        .query(Entries::read)
        .list()
        .forEach(it -> newest.merge(it.purchase().key(), it, NEWER));
    newest.values().removeIf(it -> !isOwned(it));
    return newest;
  }

  private static boolean isOwned(Entry it) {
    return it.state() == State.RENDERED && it.keeping() instanceof Kept && it.judgement() == null;
  }
}
