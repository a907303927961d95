package dev.roomline.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.images.PhotoSource.Missing;
import dev.roomline.images.PhotoSource.There;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos whose names are not ASCII, in a process with a locale that knows ASCII only, as cron's. */
class PhotosInOtherLocalesTest {
  private static final List<String> NAMES =
      List.of("k\u00fcche.jpg", "S\u00fcd \u2013 50%.jpg", "\u5ba2\u5385/./\u6c99\u53d1 1.jpg");

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "en_US.ISO-8859-1", "C.UTF-8"})
  void areReadWhateverTheLocaleSays(String locale) throws Exception {
    var photo = PictureFiles.written("png", new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB));
    for (var name : NAMES) {
      var file = folder.resolve(name.replace("/./", "/"));
      Files.createDirectories(file.getParent());
      Files.write(file, photo);
    }

    assertThat(found(locale))
        .containsExactly(
            "https://photos.example/k%C3%BCche.jpg",
            "https://photos.example/S%C3%BCd%20%E2%80%93%2050%25.jpg",
            "https://photos.example/%E5%AE%A2%E5%8E%85/%E6%B2%99%E5%8F%91%201.jpg",
            "photo \"???.jpg\" not found in %s/; add it or correct the name"
                .formatted(folder.getFileName()));
  }

  private List<String> found(String locale) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        PhotosInOtherLocalesTest.class.getName(),
        folder.toString());
    builder.environment().put("LC_ALL", locale);
    var out = folder.resolve("out.txt");
    builder.redirectErrorStream(true).redirectOutput(out.toFile()).start().waitFor();
    return Files.readAllLines(out);
  }

  /** The process with the other locale. */
  public static void main(String... args) {
    var photos = PhotoSource.folder(Path.of(args[0]), URI.create("https://photos.example/"));
    NAMES.forEach(name -> print(photos.find(name)));
    print(photos.find("\u5ba2\u5ba2\u5ba2.jpg"));
  }

  private static void print(PhotoSource.Found found) {
    System.out.println(
        found instanceof There there
            ? there.photo().url()
            : ((Missing) found).problem().replaceAll("[^ -~]", "?"));
  }
}
