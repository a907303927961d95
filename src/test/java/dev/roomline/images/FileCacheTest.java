package dev.roomline.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {
  @TempDir
  Path folder;

  private final AtomicInteger readings = new AtomicInteger();
  private final FileCache<Integer> once = new FileCache<>(file -> readings.incrementAndGet());

  @Test
  void fileThatHasNotChangedIsReadOnce() throws IOException {
    var file = Files.writeString(folder.resolve("a"), "a");
    once.of(file);

    assertThat(once.of(file)).isEqualTo(1);
  }

  @Test
  void fileThatHasChangedIsReadAgain() throws IOException {
    var file = Files.writeString(folder.resolve("a"), "a");
    once.of(file);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));

    assertThat(once.of(file)).isEqualTo(2);
  }
}
