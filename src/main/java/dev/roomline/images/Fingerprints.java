package dev.roomline.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** SHA-256 of files; a file that has not changed is read once, however many rows name it. */
final class Fingerprints {
  private static final int REMEMBERED = 10_000;

  private record Seen(Path file, long size, FileTime changed) {}

  private final Map<Seen, String> known = new LinkedHashMap<>(64, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Seen, String> eldest) {
      return size() > REMEMBERED;
    }
  };

  synchronized String of(Path file) throws IOException {
    var seen = new Seen(file, Files.size(file), Files.getLastModifiedTime(file));
    var fingerprint = known.get(seen);
    if (fingerprint == null) {
      fingerprint = "sha256:" + sha256(file);
      known.put(seen, fingerprint);
    }
    return fingerprint;
  }

  static String sha256(Path file) throws IOException {
    try (InputStream bytes =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of()
          .formatHex(((DigestInputStream) bytes).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
