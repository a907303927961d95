package dev.roomline.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * {@code run.json}: which process uses a state folder, since when, and its progress. An embedded
 * database admits one process, so others read this file.
 */
public record RunStatusFile(Path file) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Replaces it; a reader never sees half of one. A full disk must not stop the run, so it may fail silently. */
  public void write(Map<String, ?> figures) {
    var fresh = file.resolveSibling("run.json.new");
    try {
      Files.writeString(fresh, JSON.writeValueAsString(figures), StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      erase();
    }
  }

  /** What the last writer said, be it alive or not. */
  public Optional<JsonNode> read() {
    try {
      return Optional.of(JSON.readTree(Files.readString(file)));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** Removes the file when the run ends. */
  public void erase() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The lock, not this file, tells whether a run is on.
    }
  }
}
