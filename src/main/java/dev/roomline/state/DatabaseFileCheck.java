package dev.roomline.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Checks the database's file before it is opened. If its end is missing, H2 silently goes back to
 * an older version or to an empty database, and purchases would be forgotten.
 */
record DatabaseFileCheck(Path path) {
  private static final int HEADERS = 2 * 4096;
  private static final Pattern VERSION = Pattern.compile("^H:2,[^\\n]*version:([0-9a-f]{1,15}),");

  /** Reads only; throws DamagedStateException if the last written version is missing. */
  void check() {
    var expected = expectedVersion();
    try (var store = new MVStore.Builder().fileName(path.toString()).readOnly().open()) {
      if (store.getCurrentVersion() < expected) {
        throw new DamagedStateException(
            path,
            "its end is missing (version %d, and %d is the last one found)"
                .formatted(expected, store.getCurrentVersion()));
      }
    } catch (MVStoreException e) {
      // These are not damage; H2 reports them itself.
      if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
          || e.getErrorCode() == DataUtils.ERROR_UNSUPPORTED_FORMAT) return;
      throw new DamagedStateException(path, "it is not a complete database");
    }
  }

  /** The newest version that one of the two headers names; H2 writes a header after its version. */
  private long expectedVersion() {
    try (var in = Files.newInputStream(path)) {
      var bytes = in.readNBytes(HEADERS);
      if (bytes.length < HEADERS) throw new DamagedStateException(path, "its beginning is missing");
      return Math.max(version(bytes, 0), version(bytes, HEADERS / 2));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private static long version(byte[] bytes, int at) {
    var header = VERSION.matcher(new String(bytes, at, HEADERS / 2, StandardCharsets.ISO_8859_1));
    return header.find() ? Long.parseLong(header.group(1), 16) : 0;
  }
}
