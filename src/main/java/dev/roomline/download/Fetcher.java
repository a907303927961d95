package dev.roomline.download;

import dev.roomline.download.Download.Portion;
import dev.roomline.download.Fetched.Failed;
import dev.roomline.download.Fetched.Forbidden;
import dev.roomline.download.Step.Admitted;
import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Downloads what strangers name, without being led where only we can go: every address is judged
 * before it is connected to, at every redirect again, and nothing may be endless.
 *
 * <p>Safe for several threads; each waits for its own picture.
 */
public final class Fetcher implements AutoCloseable {
  private static final int MOST_REDIRECTS = 3;

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, Fetcher::clockThread);
  private final FetchSettings settings;
  private final Gate gate;
  private final Line line;

  /** Opens a downloader; close it to hang up. */
  public Fetcher(FetchSettings settings) {
    this(settings, SystemDefaultDnsResolver.INSTANCE);
  }

  Fetcher(FetchSettings settings, DnsResolver names) {
    clock.setRemoveOnCancelPolicy(true);
    this.settings = settings;
    this.gate = new Gate(
        Guests.of(settings.trustedOrigins(), settings.allowed()),
        new Lookup(names, settings.connect()));
    this.line = new Line(settings, clock);
  }

  /**
   * Writes what is at {@code url} to the file {@code to}, replacing what it held, not synced. After
   * anything but {@link Fetched.Here} the file may hold rubbish. An interrupt ends it as {@link
   * Fetched.Failed}, at the next piece that arrives, and is kept.
   *
   * @throws dev.roomline.domain.StorageFailure if the file cannot be written
   */
  public Fetched fetch(String url, Path to) {
    return fetch(url, to, new Portion(settings.mostBytes(), true));
  }

  /**
   * As {@link #fetch}, but no more than the first bytes are asked for, and whoever sends more is
   * hung up on.
   */
  public Fetched fetchBeginning(String url, Path to, int bytes) {
    return fetch(url, to, new Portion(bytes, false));
  }

  private Fetched fetch(String url, Path to, Portion portion) {
    try (var watch = new Watch(clock, settings.deadline())) {
      var trouble = new Trouble(settings, watch);
      var download = new Download(portion, watch, trouble, to);
      return walk(Target.read(url), watch, new Exchange(line, watch, download, trouble));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Trouble.interrupted();
    } catch (RejectedExecutionException | IllegalStateException e) {
      if (clock.isShutdown())
        return new Failed("the download was given up because the run is stopping");
      throw e;
    }
  }

  private Fetched walk(Step step, Watch watch, Exchange exchange) throws InterruptedException {
    for (var redirects = -1; step instanceof Target target; redirects++) {
      if (redirects == MOST_REDIRECTS) {
        return new Forbidden(
            "the address redirects more than " + MOST_REDIRECTS + " times",
            "use the address it ends at");
      }
      step = gate.admit(target, watch.left());
      if (step instanceof Admitted admitted) step = exchange.with(admitted);
    }
    return (Fetched) step;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    line.close();
  }

  private static Thread clockThread(Runnable work) {
    var thread = new Thread(work, "fetch-clock");
    thread.setDaemon(true);
    return thread;
  }
}
