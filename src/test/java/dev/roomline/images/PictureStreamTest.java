package dev.roomline.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureStreamTest {
  @TempDir
  Path folder;

  @Test
  void aNumberThatLiesAnywhereIsReadWhole() throws Exception {
    int length = 3 << 16;
    try (var stream = new PictureStream(Files.write(folder.resolve("a"), new byte[length]))) {
      for (int lead = 0; lead < 4; lead++) {
        stream.seek(lead);
        for (long at = lead; at + 4 <= length; at += 4)
          assertThat(stream.readInt()).isZero();
      }
    }
  }
}
