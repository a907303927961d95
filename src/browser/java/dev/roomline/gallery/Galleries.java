package dev.roomline.gallery;

import java.nio.file.Path;

/** The demo's galleries, made once for all tests of a process. */
final class Galleries {
  private static final Path FOLDER =
      Path.of("target/galleries", Long.toString(ProcessHandle.current().pid())).toAbsolutePath();

  private Galleries() {}

  static Path twelve() throws Exception {
    return Twelve.PAGE;
  }

  static Path thousand() throws Exception {
    return Demo.thousand(FOLDER.resolve("thousand"));
  }

  private static final class Twelve {
    static final Path PAGE = page();

    private static Path page() {
      try {
        return Demo.twelve(FOLDER.resolve("twelve"));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
