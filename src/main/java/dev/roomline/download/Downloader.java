package dev.roomline.download;

import dev.roomline.domain.DaemonThreads;
import dev.roomline.download.BodyWriter.Portion;
import dev.roomline.download.DownloadResult.Failed;
import dev.roomline.download.DownloadResult.Forbidden;
import dev.roomline.download.Step.Admitted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Downloads from addresses of others, and never from internal ones: every address is
 * checked before the connection, again at every redirect, and size and time are limited.
 *
 * <p>Safe for several threads; each waits for its own picture.
 */
public final class Downloader implements AutoCloseable {
  private static final int MOST_REDIRECTS = 3;

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, DaemonThreads.named("fetch-clock"));
  private final DownloadSettings settings;
  private final SsrfGuard guard;
  private final PinnedHttpClient client;

  /** Opens a downloader; closing it ends all downloads. */
  public Downloader(DownloadSettings settings) {
    this(settings, SystemDefaultDnsResolver.INSTANCE);
  }

  Downloader(DownloadSettings settings, DnsResolver names) {
    clock.setRemoveOnCancelPolicy(true);
    this.settings = settings;
    this.guard = new SsrfGuard(
        AllowList.of(settings.trustedOrigins(), settings.allowed()),
        new DnsLookup(names, settings.connect()));
    this.client = new PinnedHttpClient(settings, clock);
  }

  /**
   * Writes what is at {@code url} to the file {@code to}, replacing what it held, not synced. After
   * anything but {@link DownloadResult.Here} the file may hold rubbish. An interrupt ends it as {@link
   * DownloadResult.Failed}, at the next piece that arrives, and is kept.
   *
   * @throws dev.roomline.domain.StorageException if the file cannot be written
   */
  public DownloadResult fetch(String url, Path to) {
    return fetch(url, to, settings.deadline());
  }

  /** As {@link #fetch}, but ends after this time if that is sooner. */
  public DownloadResult fetch(String url, Path to, Duration within) {
    return fetch(url, to, new Portion(settings.mostBytes(), true), within);
  }

  /**
   * As {@link #fetch}, but requests only the first bytes, and disconnects a server that sends more.
   */
  public DownloadResult fetchBeginning(String url, Path to, int bytes) {
    return fetch(url, to, new Portion(bytes, false), settings.deadline());
  }

  private DownloadResult fetch(String url, Path to, Portion portion, Duration within) {
    var deadline = within.compareTo(settings.deadline()) < 0 ? within : settings.deadline();
    try (var timeout = new DownloadTimeout(clock, deadline)) {
      var networkErrors = new NetworkErrors(settings, timeout);
      var bodyWriter = new BodyWriter(portion, timeout, networkErrors, to);
      return walk(
          DownloadUrl.read(url), timeout, new Exchange(client, timeout, bodyWriter, networkErrors));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NetworkErrors.interrupted();
    } catch (RejectedExecutionException | IllegalStateException e) {
      if (clock.isShutdown())
        return new Failed("the download was stopped because the run is ending");
      throw e;
    }
  }

  private DownloadResult walk(Step step, DownloadTimeout timeout, Exchange exchange)
      throws InterruptedException {
    for (var redirects = -1; step instanceof DownloadUrl target; redirects++) {
      if (redirects == MOST_REDIRECTS) {
        return new Forbidden(
            "the address redirects more than " + MOST_REDIRECTS + " times",
            "use the final address");
      }
      step = guard.admit(target, timeout.left());
      if (step instanceof Admitted admitted) step = exchange.with(admitted);
    }
    return (DownloadResult) step;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    client.close();
  }
}
