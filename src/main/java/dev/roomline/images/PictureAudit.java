package dev.roomline.images;

import dev.roomline.domain.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads every picture of a picture store and compares its bytes with its name. It needs no lock, as
 * a picture gets its name when it is whole.
 *
 * @param pictures how many were read
 * @param damaged those whose bytes are not the ones that were kept
 */
public record PictureAudit(long pictures, List<Path> damaged) {
  private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.(?!small)[a-z]{3,4}");
  private static final int DEPTH = 2;

  /** Reads the pictures in a folder. A damaged one is marked, so that the next run misses it. */
  public static PictureAudit of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return new PictureAudit(0, List.of());
    var pictures = 0L;
    var damaged = new ArrayList<Path>();
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      for (var file : (Iterable<Path>) files::iterator) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) continue;
        pictures++;
        if (isDamaged(file, name.group(1))) damaged.add(file);
      }
    }
    return new PictureAudit(pictures, List.copyOf(damaged));
  }

  private static boolean isDamaged(Path file, String sha256) throws IOException {
    try {
      if (Sha256.ofFile(file).equals(sha256)) return false;
      FileStamp.remove(file, sha256);
      return true;
    } catch (NoSuchFileException e) {
      return false; // a run replaced it meanwhile
    }
  }
}
