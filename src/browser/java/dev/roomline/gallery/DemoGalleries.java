package dev.roomline.gallery;

import java.nio.file.Path;

/** The demo's galleries, made once for all tests of a process. */
final class DemoGalleries {
  private static final Path FOLDER =
      Path.of("target/galleries", Long.toString(ProcessHandle.current().pid())).toAbsolutePath();

  private DemoGalleries() {}

  static Path twelve() throws Exception {
    return Twelve.PAGE;
  }

  static Path thousand() throws Exception {
    return GalleryDemo.thousand(FOLDER.resolve("thousand"));
  }

  private static final class Twelve {
    static final Path PAGE = page();

    private static Path page() {
      try {
        return GalleryDemo.twelve(FOLDER.resolve("twelve"));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
