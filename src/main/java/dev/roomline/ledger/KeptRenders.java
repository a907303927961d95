package dev.roomline.ledger;

import dev.roomline.domain.RenderKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the pictures that are kept of renders, although a newer purchase has brought none. */
public final class KeptRenders {
  private static final String WITH_PICTURES = """
      select * from render_ledger where render_key in (:keys) and pictures is not null
      order by edition, attempt
      """;

  private final JdbcClient jdbc;

  public KeptRenders(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The newest purchase of each render that has pictures, unless a person rejected these. */
  public Map<RenderKey, LedgerEntry> of(List<RenderKey> renders) {
    var newest = new HashMap<RenderKey, LedgerEntry>();
    if (renders.isEmpty()) return newest;
    jdbc.sql(WITH_PICTURES)
        .param("keys", renders.stream().map(RenderKey::value).toList())
        .query(LedgerSql::read)
        .list()
        .forEach(entry -> newest.put(entry.purchase().key(), entry));
    newest.values().removeIf(entry -> !entry.meaning().hasPictures());
    return newest;
  }
}
