package dev.roomline.campaign;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** The class path of {@link KillableProcess children}, as options of their JVM. */
public final class ChildClassPath {
  private ChildClassPath() {}

  /** The class path, with other classes before it that replace ours. */
  static List<String> with(Path others) {
    return List.of("-cp", others + File.pathSeparator + all());
  }

  /** Shared with an archive of loaded classes, which halves the time a child takes to start. */
  static List<String> archived(Path folder) throws IOException, InterruptedException {
    var jar = folder.resolve("light.jar");
    var archive = folder.resolve("light.jsa");
    jar(jar, Path.of("target", "classes"), Path.of("target", "test-classes"));
    var path = jar + File.pathSeparator + libraries();
    var dump = List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", path);
    try (var list = new KillScenario(dump, folder.resolve("archive"), 0)) {
      list.runUndisturbed();
    }
    return Files.exists(archive)
        ? List.of("-XX:SharedArchiveFile=" + archive, "-cp", path)
        : List.of("-cp", path);
  }

  private static void jar(Path jar, Path classes, Path tests) {
    ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(
            System.out,
            System.err,
            "--create",
            "--file=" + jar,
            "-C",
            classes.toString(),
            ".",
            "-C",
            tests.toString(),
            ".");
  }

  public static String all() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String libraries() {
    return Arrays.stream(all().split(File.pathSeparator))
        .filter(entry -> !Files.isDirectory(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
