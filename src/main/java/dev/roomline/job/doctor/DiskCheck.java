package dev.roomline.job.doctor;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.session.JobSettings;
import dev.roomline.jobfile.JobFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Whether the folders are writable and have space for the renders of the room list. */
record DiskCheck(JobFile jobFile, RoomListCheck roomListCheck) {
  private static final long MEGABYTE = 1_000_000;

  /** While the database is too small to be compacted; up to 34 KB were seen, with two at once. */
  private static final long UNCOMPACTED_PER_RENDER = 70_000;

  /** In a larger database; 5.7 KB were seen at 60,000 renders and at 100,000. */
  private static final long COMPACTED_PER_RENDER = 10_000;

  private static final long LARGE_DATABASE = 100 * MEGABYTE;

  private static final int SAMPLED = 500;

  List<Finding> check() throws IOException {
    var renders = renders();
    var pictures = renders * picture() * (jobFile.pictures().originals() ? 2 : 1);
    var state = ground(jobFile.state());
    var output = ground(jobFile.output());
    var shared = Files.getFileStore(state).equals(Files.getFileStore(output));
    var ofState = place("state", jobFile.state(), state, pictures + database(renders));
    // Pictures are shown as links, which take no space on the same disk.
    var ofOutput = place("output", jobFile.output(), output, shared ? 0 : pictures);
    return List.of(ofState, ofOutput);
  }

  private static long database(long renders) {
    return Math.min(
        renders * UNCOMPACTED_PER_RENDER, LARGE_DATABASE + renders * COMPACTED_PER_RENDER);
  }

  private static Finding place(String name, Path place, Path ground, long wanted)
      throws IOException {
    if (!Files.isDirectory(ground)) {
      return Finding.stops(
          "disk",
          ExitCode.STORAGE,
          ground + " is a file in the way of " + name,
          "move it, or name another folder");
    }
    if (!Files.isWritable(ground)) {
      return Finding.stops(
          "disk",
          ExitCode.STORAGE,
          ground + " is not writable",
          "make it writable, or name another folder");
    }
    var free = Files.getFileStore(ground).getUsableSpace();
    var text = "%s: %s free at %s".formatted(name, size(free), place);
    if (wanted > 0) text += ", at most %s needed".formatted(size(wanted));
    if (free < MEGABYTE)
      return Finding.stops("disk", ExitCode.STORAGE, text, "free some space there");
    return free < wanted
        ? Finding.look(
            "disk", text, "free some space there, or name another folder; kept pictures need less")
        : Finding.well("disk", text);
  }

  /** The folder, or its nearest parent that exists. */
  private static Path ground(Path place) {
    var nearest = place.toAbsolutePath();
    while (!Files.exists(nearest)) nearest = Objects.requireNonNull(nearest.getParent());
    return nearest;
  }

  private long renders() {
    try {
      return roomListCheck.glance().roomList().renders();
    } catch (InvalidInputException e) {
      return 0; // the check of the room list reports it
    }
  }

  /** The average size of the pictures in the picture store. */
  private long picture() throws IOException {
    var pictureStore = JobSettings.pictures(jobFile);
    if (!Files.isDirectory(pictureStore)) return MEGABYTE;
    try (var files = Files.find(pictureStore, 2, (file, about) -> about.isRegularFile())) {
      return (long) files
          .filter(file -> !file.toString().endsWith(".small.jpg"))
          .limit(SAMPLED)
          .mapToLong(file -> file.toFile().length())
          .average()
          .orElse(MEGABYTE);
    }
  }

  private static String size(long bytes) {
    return bytes >= 1000 * MEGABYTE
        ? "%d GB".formatted(bytes / (1000 * MEGABYTE))
        : "%d MB".formatted((bytes + MEGABYTE - 1) / MEGABYTE);
  }
}
