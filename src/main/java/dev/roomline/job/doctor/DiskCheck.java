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

/** Whether there is room for what the rows ask for, and leave to write it. */
record DiskCheck(JobFile jobFile, RoomListCheck roomListCheck) {
  private static final long MEGABYTE = 1_000_000;

  /** Until the books are large enough to be tidied; up to 34 KB were seen, with two at once. */
  private static final long UNTIDIED_PER_RENDER = 70_000;

  /** Of larger books; 5.7 KB were seen at 60,000 renders and at 100,000. */
  private static final long TIDIED_PER_RENDER = 10_000;

  private static final long LARGE_BOOKS = 100 * MEGABYTE;

  private static final int LOOKED_AT = 500;

  List<Finding> check() throws IOException {
    var renders = renders();
    var pictures = renders * picture() * (jobFile.pictures().originals() ? 2 : 1);
    var state = ground(jobFile.state());
    var output = ground(jobFile.output());
    var shared = Files.getFileStore(state).equals(Files.getFileStore(output));
    var ofState = place("state", jobFile.state(), state, pictures + books(renders));
    // Pictures are shown as links, which take no room on the same disk.
    var ofOutput = place("output", jobFile.output(), output, shared ? 0 : pictures);
    return List.of(ofState, ofOutput);
  }

  private static long books(long renders) {
    return Math.min(renders * UNTIDIED_PER_RENDER, LARGE_BOOKS + renders * TIDIED_PER_RENDER);
  }

  private static Finding place(String name, Path place, Path ground, long wanted)
      throws IOException {
    if (!Files.isDirectory(ground)) {
      return Finding.stops(
          "disk",
          ExitCode.STORAGE,
          ground + " is a file in the way of " + name,
          "move it, or name another place");
    }
    if (!Files.isWritable(ground)) {
      return Finding.stops(
          "disk",
          ExitCode.STORAGE,
          ground + " may not be written to",
          "make it writable, or name another place");
    }
    var free = Files.getFileStore(ground).getUsableSpace();
    var words = "%s: %s free at %s".formatted(name, size(free), place);
    if (wanted > 0) words += ", at most %s wanted".formatted(size(wanted));
    if (free < MEGABYTE) return Finding.stops("disk", ExitCode.STORAGE, words, "make room there");
    return free < wanted
        ? Finding.look(
            "disk",
            words,
            "make room there, or name another place; what is kept already counts less")
        : Finding.well("disk", words);
  }

  /** The folder, or what is nearest to it as long as it is not made. */
  private static Path ground(Path place) {
    var nearest = place.toAbsolutePath();
    while (!Files.exists(nearest)) nearest = Objects.requireNonNull(nearest.getParent());
    return nearest;
  }

  private long renders() {
    try {
      return roomListCheck.glance().roomList().renders();
    } catch (InvalidInputException e) {
      return 0; // the check of the rooms tells it
    }
  }

  /** The size of a picture, as those on the shelf have it. */
  private long picture() throws IOException {
    var pictureStore = JobSettings.pictures(jobFile);
    if (!Files.isDirectory(pictureStore)) return MEGABYTE;
    try (var files = Files.find(pictureStore, 2, (file, about) -> about.isRegularFile())) {
      return (long) files
          .filter(file -> !file.toString().endsWith(".small.jpg"))
          .limit(LOOKED_AT)
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
