package dev.roomline.images;

import static dev.roomline.images.PictureFiles.file;
import static dev.roomline.images.PictureFiles.join;
import static dev.roomline.images.PictureFiles.latin;
import static dev.roomline.images.PictureFiles.turned;
import static dev.roomline.images.PictureFiles.wide;
import static dev.roomline.images.PictureFiles.withChunk;
import static dev.roomline.images.PictureFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallHeapTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png"})
  void eightLargePicturesAtOnceAreInspectedIn96Megabytes(String format) throws Exception {
    var picture = file(folder, written(format, wide(8_000, 5_000)));

    assertThat(runInParallel("-Xmx96m", "inspect", 8, picture))
        .hasSize(8)
        .containsOnly("whole 8000");
  }

  @Test
  void threePhotosOfFiftyMegapixelsAtOnceAreCopiedIn256Megabytes() throws Exception {
    var photo = file(folder, turned(written("jpeg", wide(8_600, 5_800)), 6));

    assertThat(runInParallel("-Xmx256m", "copy", 3, photo))
        .hasSize(3)
        .containsOnly("ready image/jpeg");
  }

  @Test
  void compressedTextIsNotUnpacked() throws Exception {
    var bomb = new ByteArrayOutputStream();
    try (var packed = new DeflaterOutputStream(bomb)) {
      for (int megabyte = 0; megabyte < 300; megabyte++) packed.write(new byte[1 << 20]);
    }
    var image = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_INDEXED);
    var png =
        withChunk(written("png", image), "zTXt", join(latin("Comment\0\0"), bomb.toByteArray()));

    assertThat(runInParallel("-Xmx96m", "inspect", 1, file(folder, png))).containsOnly("whole 20");
  }

  /** Runs in a process of its own, because the heap of this one is not small. */
  private static List<String> runInParallel(
      String heap, String operation, int members, Path picture)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        heap,
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        DecodingLoad.class.getName(),
        operation,
        String.valueOf(members),
        picture.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.lines().toList();
  }
}
