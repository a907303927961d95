package dev.roomline.images;

import dev.roomline.images.Inspected.Whole;
import dev.roomline.images.UploadCopy.Ready;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Eight threads at once, each with the same large picture: a program for a small heap. */
final class Crowd {
  private static final int MEMBERS = 8;

  private Crowd() {}

  /** Prints what the members came to: {@code inspect FILE…} or {@code copy FILE…}. */
  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    var work = new ArrayList<Callable<String>>();
    for (int at = 1; at < args.length; at++) {
      var file = Path.of(args[at]);
      for (int member = 0; member < MEMBERS; member++)
        work.add(args[0].equals("copy") ? () -> copy(file) : () -> inspect(file));
    }
    var threads = Executors.newFixedThreadPool(MEMBERS);
    List<String> ends = new ArrayList<>();
    for (var end : threads.invokeAll(work)) ends.add(end.get());
    threads.shutdown();
    System.out.println(String.join("\n", ends));
  }

  private static String inspect(Path file) throws IOException {
    return new Inspector().inspect(file) instanceof Whole whole
        ? "whole " + whole.picture().width()
        : "broken";
  }

  private static String copy(Path file) throws IOException {
    var copied = UploadCopy.of(file, 5_000_000);
    return copied instanceof Ready ready ? "ready " + ready.mime() : copied.toString();
  }
}
