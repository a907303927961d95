package dev.roomline.state;

import dev.roomline.domain.AtomicFile;
import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.OwnerOnly;
import dev.roomline.domain.PlainFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * {@code run.json}: which process uses a state folder, since when, and its progress. An embedded
 * database admits one process, so others read this file.
 */
public record RunStatusFile(Path file) {

  private static final int MOST_BYTES = 1 << 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Replaces it; a reader never sees half of one. A full disk must not stop the run, so it may fail silently. */
  public void write(RunStatus status) {
    try {
      AtomicFile.write(file, JSON.writeValueAsString(status.fields()), OwnerOnly.file(file));
    } catch (IOException e) {
      erase();
    }
  }

  /** The last status written, even if its process has ended; empty if there is none that can be read. */
  public Optional<RunStatus> read() {
    try {
      return Optional.of(RunStatus.read(JSON.readTree(PlainFile.text(file, MOST_BYTES))));
    } catch (IOException | InvalidInputException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** The status of a run that is on; empty if a killed process left the file behind. */
  public Optional<RunStatus> active() {
    return read().filter(it -> ProcessHandle.of(it.pid()).isPresent());
  }

  /** Removes the file when the run ends. */
  public void erase() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The lock, not this file, tells whether a run is active.
    }
  }
}
