package dev.roomline.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * What one writes in an hour: a fixed pool of threads, each of which works on one row until the
 * picture is on disk; results at the end; no ledger, no retries, nothing survives a kill. With a
 * rate limit the main thread hands out a row and sleeps for an even share of a minute, as such
 * scripts do: no burst, and the time for everything else comes on top of the sleep.
 *
 * <p>Arguments: room list, provider, threads, requests per minute or 0. Writes {@code out} in its
 * working folder.
 */
public final class BaselineLoop {
  private static final CSVFormat ROOMS =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private BaselineLoop() {}

  /** Renders all rooms. */
  public static void main(String[] arguments) throws Exception {
    var rooms = Path.of(arguments[0]);
    var baselineClient =
        new BaselineClient(URI.create(arguments[1]), Files.createDirectories(Path.of("out")));
    var threads = Integer.parseInt(arguments[2]);
    var perMinute = Integer.parseInt(arguments[3]);
    write(render(read(rooms), baselineClient, threads, perMinute == 0 ? 0 : 60_000 / perMinute));
  }

  private static List<CSVRecord> read(Path rooms) throws IOException {
    try (var csv = ROOMS.parse(Files.newBufferedReader(rooms))) {
      return csv.getRecords();
    }
  }

  private static List<BaselineClient.Result> render(
      List<CSVRecord> rows, BaselineClient baselineClient, int threads, long sleepMillis)
      throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(threads);
    var results = new ArrayList<Future<BaselineClient.Result>>();
    for (var row : rows) {
      results.add(pool.submit(() -> baselineClient.render(row)));
      if (sleepMillis > 0) Thread.sleep(sleepMillis);
    }
    var all = new ArrayList<BaselineClient.Result>();
    for (var result : results) all.add(result.get());
    pool.shutdown();
    return all;
  }

  private static void write(List<BaselineClient.Result> results) throws IOException {
    var file = Files.newBufferedWriter(Path.of("out", "results.csv"));
    try (var csv = new CSVPrinter(file, CSVFormat.RFC4180)) {
      csv.printRecord("listing_key", "init_image", "prompt", "status", "output", "seed", "picture");
      for (var result : results) csv.printRecord(result.cells());
    }
  }
}
