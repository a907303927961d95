package dev.roomline.images;

import dev.roomline.images.InspectionResult.Whole;
import dev.roomline.images.UploadCopy.Ready;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Several threads at once, each with the same large picture: a program for a small heap. */
final class DecodingLoad {
  private DecodingLoad() {}

  /** Prints the results, for arguments such as {@code inspect 8 FILE}. */
  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    var work = new ArrayList<Callable<String>>();
    int members = Integer.parseInt(args[1]);
    var file = Path.of(args[2]);
    for (int member = 0; member < members; member++)
      work.add(args[0].equals("copy") ? () -> copy(file) : () -> inspect(file));
    var threads = Executors.newFixedThreadPool(members);
    List<String> ends = new ArrayList<>();
    for (var end : threads.invokeAll(work)) ends.add(end.get());
    threads.shutdown();
    System.out.println(String.join("\n", ends));
  }

  private static String inspect(Path file) throws IOException {
    return new ImageInspector().inspect(file) instanceof Whole whole
        ? "whole " + whole.picture().width()
        : "broken";
  }

  private static String copy(Path file) throws IOException {
    var copied = UploadCopy.of(file, 5_000_000);
    return copied instanceof Ready ready ? "ready " + ready.mime() : copied.toString();
  }
}
