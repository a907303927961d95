package dev.roomline.output;

import dev.roomline.domain.AtomicFile;
import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.PlainFile;
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
 * A file in the output folder that names the state it belongs to.
 *
 * @param state the state's identity
 * @param path where that state was
 * @param endpoint the endpoint
 * @param run the last run that paid for renders, or was about to
 */
public record OutputMarker(String state, String path, String endpoint, long run) {
  static final String NAME = ".roomline.json";

  private static final int MOST_BYTES = 1 << 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads it; empty if no run with this output ever cost money. */
  public static Optional<OutputMarker> in(Path output) {
    var file = output.resolve(NAME);
    try {
      var tree = JSON.readTree(PlainFile.text(file, MOST_BYTES));
      return Optional.of(new OutputMarker(
          tree.required("state").asString(),
          tree.path("path").asString(),
          tree.path("bought_at").asString(),
          tree.path("run").asLong()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      throw new InvalidInputException(file + " names the state of this output, but cannot be read:"
          + " remove it if you are sure that the state is the right one, or use another --output");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Replaces the file as a whole. */
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
