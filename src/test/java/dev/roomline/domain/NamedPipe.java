package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pipe in a file's place: who opens it waits for its other end, and there is none. */
public final class NamedPipe {
  private NamedPipe() {}

  public static Path at(Path place) throws IOException, InterruptedException {
    Files.createDirectories(place.toAbsolutePath().resolveSibling(""));
    assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor()).isZero();
    return place;
  }
}
