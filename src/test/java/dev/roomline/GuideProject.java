package dev.roomline;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A fresh folder that looks like a clone's root after the build, and tools that stand for Java and
 * Maven.
 */
record GuideProject(Path root, Path tools) {
  /** The same Java as the test's, set to start fast and to resolve no host but this one. */
  private static final String JAVA =
      """
      #!/bin/sh
      exec '%s' -XX:TieredStopAtLevel=1 -Djdk.net.hosts.file="$(dirname "$0")/hosts" "$@"
      """.formatted(Path.of(System.getProperty("java.home"), "bin", "java"));

  /** All names that resolve, so that no command reaches another machine. */
  private static final String HOSTS = "127.0.0.1 localhost\n";

  /** Maven is not started within Maven: these lines do what it would. */
  private static final String MAVEN = """
      #!/bin/sh
      case "$*" in
        "-q spring-boot:run") exec java -jar target/roomline.jar %s ;;
        "-q -DskipTests package") exit 0 ;; # the jar is there: this test runs after `package`
        *) echo "this test knows no mvn $*"; exit 127 ;;
      esac
      """;

  private static final Pattern RUN_ARGUMENTS =
      Pattern.compile("<spring-boot.run.arguments>(.*)</spring-boot.run.arguments>");

  static GuideProject in(Path folder) throws IOException {
    var project = new GuideProject(
        Files.createDirectory(folder.resolve("roomline")),
        Files.createDirectory(folder.resolve("tools")));
    for (var part : List.of("jobs", "sample-data", "sample-data/photos")) project.copy(part);
    Files.createDirectory(project.root.resolve("target"));
    project.link(Path.of("target/roomline.jar").toAbsolutePath());
    Files.writeString(project.tools.resolve("hosts"), HOSTS);
    project.tool("java", JAVA);
    project.tool("mvn", MAVEN.formatted(runArguments()));
    return project;
  }

  private static String runArguments() throws IOException {
    return RUN_ARGUMENTS
        .matcher(Files.readString(Path.of("pom.xml")))
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  private void link(Path jar) throws IOException {
    var link = root.resolve("target").resolve(jar.getFileName());
    try {
      Files.createLink(link, jar);
    } catch (FileSystemException otherDisk) {
      Files.createSymbolicLink(link, jar);
    }
  }

  private void copy(String part) throws IOException {
    var to = Files.createDirectory(root.resolve(part));
    try (var files = Files.list(Path.of(part))) {
      for (var file : files.filter(Files::isRegularFile).toList())
        Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  private void tool(String name, String text) throws IOException {
    var file = Files.writeString(tools.resolve(name), text).toFile();
    if (!file.setExecutable(true)) throw new IOException(file + " cannot be made executable");
  }
}
