package dev.roomline.ledger;

import dev.roomline.domain.RenderKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records the photos that were uploaded to the provider, so that none is uploaded twice while its
 * link lasts. Callers must not record the same photo at the same time.
 */
public final class UploadRecords {
  /** A render may wait here and at the provider before the photo is fetched. */
  private static final Duration LEAST_LIFE = Duration.ofHours(1);

  /** So long after its link expired the provider has surely deleted a photo. */
  private static final Duration KEEP_AFTER_EXPIRY = Duration.ofHours(24);

  private static final String FIND = """
      select * from photo_upload where endpoint = ? and identity = ? and way = ?
      and (expires_at is null or expires_at > ?)
      """;
  private static final String RENEW = """
      update photo_upload set link = ?, request_id = ?, uploaded_at = ?, expires_at = ?
      where endpoint = ? and identity = ? and way = ?
      """;
  private static final String ADD = """
      insert into photo_upload
        (link, request_id, uploaded_at, expires_at, endpoint, identity, way)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String USE =
      "insert into photo_use (endpoint, identity, way, render_key) values (?, ?, ?, ?)";
  private static final String EXPIRE =
      "update photo_upload set expires_at = ? where endpoint = ? and identity = ? and link = ?";
  private static final String LONG_GONE =
      "select * from photo_upload where endpoint = ? and expires_at < ?";
  private static final String TO_DELETE = """
      select * from photo_upload upload where endpoint = ? and request_id is not null
      and not exists (
        select 1 from photo_use used join render_ledger render
          on render.render_key = used.render_key
        where used.endpoint = upload.endpoint and used.identity = upload.identity
          and used.way = upload.way and render.state in ('ACCEPTED', 'SENDING'))
      order by uploaded_at
      """;
  private static final String FORGET =
      "delete from photo_upload where endpoint = ? and identity = ? and way = ?";
  private static final String FORGET_USE =
      "delete from photo_use where endpoint = ? and identity = ? and way = ?";

  private final JdbcClient jdbc;
  private final String endpoint;
  private final Clock clock;

  UploadRecords(JdbcClient jdbc, String endpoint, Clock clock) {
    this.jdbc = jdbc;
    this.endpoint = endpoint;
    this.clock = clock;
  }

  /** A link to the photo that lasts at least one more hour. */
  public Optional<String> find(String identity, String way) {
    return jdbc.sql(FIND)
        .params(endpoint, identity, way, timeAfter(LEAST_LIFE))
        .query(UploadRecords::read)
        .optional()
        .map(Upload::link);
  }

  /** Records where a photo is now. */
  public void remember(Upload upload) {
    var ends = upload.expiresAt() == null ? null : Timestamp.from(upload.expiresAt());
    for (var sql : List.of(RENEW, ADD)) {
      var line = LedgerSql.Line.of(
          sql,
          upload.link(),
          upload.requestId(),
          timeAfter(Duration.ZERO),
          ends,
          endpoint,
          upload.identity(),
          upload.way());
      var written = jdbc.sql(line.sql()).params(line.values()).update();
      if (written == 1) return;
    }
  }

  /** Records that a render is about to be requested with this photo. */
  public void recordUse(String identity, String way, RenderKey key) {
    try {
      jdbc.sql(USE).params(endpoint, identity, way, key.value()).update();
    } catch (DuplicateKeyException e) {
      // It was recorded before.
    }
  }

  /** Records that the link is dead: it is no longer used, and the photo may still be deleted. */
  public void expireLink(String identity, String link) {
    jdbc.sql(EXPIRE).params(timeAfter(Duration.ZERO), endpoint, identity, link).update();
  }

  /** The photos that may be deleted at the provider: no open or accepted render needs them. */
  public List<Upload> toDelete() {
    jdbc.sql(LONG_GONE)
        .params(endpoint, timeAfter(KEEP_AFTER_EXPIRY.negated()))
        .query(UploadRecords::read)
        .list()
        .forEach(this::forget);
    return jdbc.sql(TO_DELETE).param(endpoint).query(UploadRecords::read).list();
  }

  /** Removes the record of a photo that the provider no longer has. */
  public void forget(Upload upload) {
    for (var sql : List.of(FORGET, FORGET_USE)) {
      jdbc.sql(sql).params(endpoint, upload.identity(), upload.way()).update();
    }
  }

  private Timestamp timeAfter(Duration time) {
    return Timestamp.from(clock.instant().plus(time));
  }

  private static Upload read(ResultSet line, int number) throws SQLException {
    var ends = line.getTimestamp("expires_at");
    return new Upload(
        line.getString("identity"),
        line.getString("way"),
        line.getString("link"),
        line.getString("request_id"),
        ends == null ? null : ends.toInstant());
  }
}
