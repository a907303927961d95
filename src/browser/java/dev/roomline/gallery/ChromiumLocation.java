package dev.roomline.gallery;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the browser and its driver lie; nothing is ever downloaded. */
record ChromiumLocation(Path browser, Path driver) {
  static final String ADVICE =
      "no Chromium found, so the gallery is not looked at: apt-get install chromium"
          + " chromium-driver, or name them in ROOMLINE_CHROMIUM and ROOMLINE_CHROMEDRIVER";

  static Optional<ChromiumLocation> find() {
    var browser = find("ROOMLINE_CHROMIUM", "chromium", "chromium-browser", "google-chrome");
    var driver = find("ROOMLINE_CHROMEDRIVER", "chromedriver", "chromium.chromedriver");
    return browser.flatMap(program -> driver.map(it -> new ChromiumLocation(program, it)));
  }

  private static Optional<Path> find(String variable, String... names) {
    var named = System.getenv(variable);
    if (named != null) return Optional.of(Path.of(named)).filter(Files::isExecutable);
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    var folders = Stream.concat(
            Stream.of(path.split(File.pathSeparator)),
            Stream.of("/usr/bin", "/usr/lib/chromium", "/usr/lib/chromium-browser"))
        .filter(it -> !it.isEmpty())
        .toList();
    return List.of(names).stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(it -> Files.isRegularFile(it) && Files.isExecutable(it))
        .findFirst();
  }
}
