package dev.roomline.output;

import dev.roomline.domain.AtomicFile;
import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * What an output folder remembers of the state it was bought with.
 *
 * @param state the state's identity
 * @param path where that state was
 * @param endpoint the endpoint
 * @param run the last run that bought, or meant to
 */
public record OutputMarker(String state, String path, String endpoint, long run) {
  static final String NAME = ".roomline.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads it; empty where nothing was ever bought for money. */
  public static Optional<OutputMarker> in(Path output) {
    var file = output.resolve(NAME);
    try {
      var tree = JSON.readTree(Files.readString(file));
      return Optional.of(new OutputMarker(
          tree.required("state").asString(),
          tree.path("path").asString(),
          tree.path("bought_at").asString(),
          tree.path("run").asLong()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      throw new InvalidInputException(
          file + " should say which state bought this output, and cannot be read:"
              + " remove it if you know that the state is the right one, or use another --output");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Replaces what the folder remembers; nobody ever sees half of it. */
  public void remember(Path output) {
    var file = output.resolve(NAME);
    try {
      Files.createDirectories(output);
      AtomicFile.writeDurably(file, json());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private String json() {
    return JSON.writeValueAsString(
            Map.of("state", state, "path", path, "bought_at", endpoint, "run", run))
        + "\n";
  }
}
