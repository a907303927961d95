package dev.roomline.ledger;

import dev.roomline.domain.Picture;
import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.PictureStatus.Gone;
import dev.roomline.domain.PictureStatus.Kept;
import dev.roomline.domain.PictureStatus.Missing;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderKey;
import dev.roomline.domain.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records which pictures belong to a render. */
public final class PictureRecords {
  private static final String OF_RENDERED =
      " where render_key = ? and edition = ? and attempt = ? and state = 'RENDERED'";
  private static final String KEPT =
      "update render_ledger set outputs = ?, pictures = ?, photo = ?, checks = ?" + OF_RENDERED;
  private static final String NOT_KEPT =
      "update render_ledger set pictures = null, not_kept_reason = ?, gone = ?" + OF_RENDERED;
  private static final String SET_CHECKS = "update render_ledger set checks = ?" + OF_RENDERED;
  private static final String OTHER_ROW_OF_ID = """
      select min(row_no) from render_ledger
      where endpoint = ? and request_id_begins = ? and request_id = ? and render_key <> ?
      """;
  private static final String PHOTO = "select picture from kept_photo where identity_sha256 = ?";
  private static final String KEEP_PHOTO = "insert into kept_photo values (?, ?)";

  private static final int ID_BEGINS = 100; // letters of it in the index

  private final JdbcClient jdbc;
  private final GroupCommit group;
  private final String endpoint;

  PictureRecords(JdbcClient jdbc, GroupCommit group, String endpoint) {
    this.jdbc = jdbc;
    this.group = group;
    this.endpoint = endpoint;
  }

  /**
   * Begins to record what became of a render's pictures.
   *
   * @param render with the addresses at which they were looked for
   * @return completes once the ledger has it
   */
  public CompletableFuture<?> recordAsync(Purchase purchase, Render render, PictureStatus status) {
    if (status instanceof Kept kept) {
      return recordAsync(
          purchase,
          KEPT,
          String.join("\n", render.outputs()),
          lines(kept.pictures()),
          photo(kept),
          String.join("\n", kept.checks()));
    }
    return status instanceof Gone gone
        ? recordAsync(purchase, NOT_KEPT, gone.reason(), true)
        : recordAsync(purchase, NOT_KEPT, ((Missing) status).reason(), false);
  }

  /** Records why a person should look at a render's pictures, in place of earlier reasons. */
  public void setChecks(Purchase purchase, List<String> checks) {
    group.write(() -> jdbc.sql(SET_CHECKS)
        .param(String.join("\n", checks))
        .params(LedgerSql.key(purchase))
        .update());
  }

  /** The first row of another render with the same id of the provider; empty if there is none. */
  public OptionalLong otherRowOfItsId(RenderKey key, Render render) {
    var id = render.requestId();
    if (id == null) return OptionalLong.empty();
    return jdbc.sql(OTHER_ROW_OF_ID)
        .params(endpoint, id.substring(0, Math.min(id.length(), ID_BEGINS)), id, key.value())
        .query((line, n) -> {
          var row = line.getLong(1);
          return line.wasNull() ? OptionalLong.empty() : OptionalLong.of(row);
        })
        .single();
  }

  /** The picture of a photo, if it is kept. */
  public Optional<Picture> photo(String identity) {
    return jdbc.sql(PHOTO)
        .param(Sha256.of(identity))
        .query(String.class)
        .optional()
        .map(Picture::parse);
  }

  /** Records a photo's picture; the first record stays. */
  public void keepPhoto(String identity, Picture picture) {
    try {
      group.write(
          () -> jdbc.sql(KEEP_PHOTO).params(Sha256.of(identity), picture.text()).update());
    } catch (DuplicateKeyException e) {
      // Another row brought the same photo a moment earlier.
    }
  }

  private CompletableFuture<?> recordAsync(
      Purchase purchase, String sql, @Nullable Object... values) {
    return group.begin(() -> {
      var statement = jdbc.sql(sql);
      for (var value : values) statement = statement.param(value);
      var written = statement.params(LedgerSql.key(purchase)).update();
      if (written != 1) throw new IllegalStateException("no render in the ledger for " + purchase);
      return written;
    });
  }

  private static String lines(List<Picture> pictures) {
    return pictures.stream().map(Picture::text).collect(Collectors.joining("\n"));
  }

  /** Empty text if the photo was looked for and not found; null if it was not looked for. */
  private static @Nullable String photo(Kept kept) {
    var photo = kept.photo();
    if (photo != null) return photo.text();
    return kept.photoSought() ? "" : null;
  }

  static @Nullable PictureStatus pictureStatus(PurchaseState state, ResultSet line)
      throws SQLException {
    if (state != PurchaseState.RENDERED) return null;
    var pictures = line.getString("pictures");
    if (pictures != null) {
      var photo = line.getString("photo");
      return new Kept(
          pictures.lines().map(Picture::parse).toList(),
          photo == null || photo.isEmpty() ? null : Picture.parse(photo),
          photo != null,
          LedgerSql.lines(line.getString("checks")));
    }
    var reason = line.getString("not_kept_reason");
    if (reason == null) return new Missing("not fetched yet");
    return line.getBoolean("gone") ? new Gone(reason) : new Missing(reason);
  }

  static @Nullable Decision decision(ResultSet line) throws SQLException {
    var decision = line.getString("judgement");
    return decision == null
        ? null
        : new Decision(
            Decision.Kind.valueOf(decision),
            line.getString("judged_by"),
            line.getString("judged_why"),
            line.getTimestamp("judged_at").toInstant());
  }
}
