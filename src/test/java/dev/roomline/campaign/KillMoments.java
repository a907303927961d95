package dev.roomline.campaign;

import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Moments of a run that can be seen from outside: at its provider, in its folder or its output. */
final class KillMoments {
  private static final int MOST_PROGRESS = 8;

  private final SandboxExtension provider;
  private final PackagedJar packagedJar;
  private final Random chance;

  /**
   * When to kill.
   *
   * @param grace how long before the kill SIGTERM is sent; zero if it is not
   */
  record Moment(String name, BooleanSupplier reached, Duration grace) {}

  KillMoments(SandboxExtension provider, PackagedJar packagedJar, Random chance) {
    this.provider = provider;
    this.packagedJar = packagedJar;
    this.chance = chance;
  }

  /** None: the process ends by itself. */
  static final Moment NEVER = moment("never", () -> false);

  /** One before its run can end: as it is begun, or while it pays. */
  Moment early() throws IOException {
    var moments = List.of(
        moment("begun", said("un ")),
        counted("a create came", "creates"),
        counted("a render was billed", "billed"),
        counted("accepted", "accepted"),
        counted("answered, before the next create", "answered"),
        counted("a picture sent", "picture_downloads"));
    return moments.get(chance.nextInt(moments.size()));
  }

  /** One that is still to come, for a process that starts now. */
  Moment next() throws IOException {
    var moments = List.of(
        counted("a create came", "creates"),
        counted("a render was billed", "billed"),
        counted("accepted", "accepted"),
        counted("answered, before the next create", "answered"),
        counted("a poll came", "fetches"),
        counted("a picture half sent", "pictures"),
        counted("a picture sent", "picture_downloads"),
        starting(),
        moment("recovering", said("Continuing run")),
        moment("publishing", this::publishes),
        shuttingDown());
    return moments.get(chance.nextInt(moments.size()));
  }

  private static Moment moment(String name, BooleanSupplier reached) {
    return new Moment(name, reached, Duration.ZERO);
  }

  private Moment counted(String name, String count) {
    return moment(name, more(count));
  }

  private Moment starting() {
    var end = System.nanoTime() + Duration.ofMillis(150 + chance.nextInt(3_000)).toNanos();
    return moment("starting", () -> System.nanoTime() > end);
  }

  private Moment shuttingDown() {
    return new Moment(
        "shutting down", more("billed"), Duration.ofMillis(1 + chance.nextInt(1_000)));
  }

  private BooleanSupplier more(String count) {
    var enough = provider.count(count) + 1 + chance.nextInt(MOST_PROGRESS);
    return () -> provider.count(count) >= enough;
  }

  private BooleanSupplier said(String words) throws IOException {
    var before = packagedJar.printed().length();
    return () -> printedSince(before).contains(words);
  }

  private String printedSince(int length) {
    try {
      return packagedJar.printed().substring(length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean publishes() {
    try (var fresh =
        Files.newDirectoryStream(packagedJar.results().resolveSibling(""), "results.csv.*.new")) {
      return fresh.iterator().hasNext();
    } catch (IOException e) {
      return false; // the folder is not there yet
    }
  }
}
