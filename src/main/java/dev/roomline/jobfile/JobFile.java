package dev.roomline.jobfile;

import dev.roomline.domain.HttpOrigin;
import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Money;
import dev.roomline.domain.Variations;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One job: the values of its job file, with defaults filled in and absolute paths.
 *
 * @param name the job file's file name without its ending
 * @param file the job file, or the CSV that stands for one
 * @param output where results go
 * @param state the folder of the ledger
 * @param window until when it may pay for renders
 * @param ping the monitor's addresses
 */
public record JobFile(
    String name,
    Path file,
    Rooms rooms,
    Path output,
    Path state,
    Endpoint endpoint,
    Limits limits,
    Spending spending,
    BuyingWindow window,
    Ping ping,
    Uploads uploads,
    Pictures pictures,
    Checks checks,
    SandboxWishes sandbox) {

  /**
   * Reads a job file.
   *
   * @param overrides dotted key to text, in order, such as {@code limits.in-flight} to {@code 3};
   *     they win over the file, and their relative paths start at the working folder
   * @throws InvalidInputException naming every problem of the job file and the overrides, one per line
   */
  public static JobFile load(Path yaml, Map<String, String> overrides) {
    return JobFileReader.ofYaml(yaml, overrides);
  }

  /**
   * The job of a CSV that comes without a job file: sandbox, {@code out/NAME} and {@code state} beside
   * it, and photos from a folder {@code photos} beside it if there is one.
   *
   * @param overrides as for {@link #load}
   * @throws InvalidInputException naming every problem of the overrides, one per line
   */
  public static JobFile ofCsv(Path csv, Map<String, String> overrides) {
    return JobFileReader.ofCsv(csv, overrides);
  }

  /**
   * The rooms and how to read them.
   *
   * @param photos an absolute path or an http(s) base for relative photo names; null: none
   * @param ignored query parameters that do not make a photo's address another photo
   * @param defaults of {@code prompt} (text with {@code {column}} placeholders) and of parameters by
   *     label, as String, Long or BigDecimal; only those given
   * @param charset null: UTF-8, or what a byte order mark says
   * @param delimiter null: detected
   * @param variations which renders each row asks for
   */
  public record Rooms(
      Path input,
      @Nullable String photos,
      List<String> ignored,
      Map<String, Object> defaults,
      @Nullable Charset charset,
      @Nullable Character delimiter,
      Variations variations) {}

  /**
   * The endpoint that renders.
   *
   * @param url {@code sandbox}, a host, a base or a full create address
   * @param family {@code v5}, {@code v6} or {@code enterprise}; null: by the address, else v5
   * @param price of one render; null if it is not known
   * @param extra fields for the request's body: Map, List, String, Long, BigDecimal, Boolean
   */
  public record Endpoint(
      String url, @Nullable String family, @Nullable Money price, Map<String, Object> extra) {
    static final String SANDBOX = "sandbox";

    /** Whether the provider is the sandbox inside this program. */
    public boolean isSandbox() {
      return url.equals(SANDBOX);
    }

    /** Whether renders may cost money: not from the sandbox, and not on this machine. */
    public boolean isPaid() {
      var origin = HttpOrigin.parse(HttpOrigin.withScheme(url));
      return !isSandbox() && !origin.map(HttpOrigin::isLoopback).orElse(false);
    }
  }

  /**
   * The limits of requests, and the longest waits.
   *
   * @param requestsPerMinute 0 is unlimited
   * @param inFlight renders the account may have queued at the provider
   * @param window rows begun ahead of the oldest unfinished one
   * @param answer the longest wait for one answer
   * @param patience the longest wait for one accepted render
   */
  public record Limits(
      int requestsPerMinute,
      int burst,
      int inFlight,
      int window,
      Duration answer,
      Duration patience) {

    /** Rows of the window for each render in flight; with fewer, one slow render delays others. */
    public static final int WINDOW_PER_SLOT = 32;
  }

  /**
   * What may be paid for.
   *
   * @param retries how often a render the provider reports as failed is paid for again
   * @param resend whether an unsure render is paid for again, once
   * @param budget the most that may be paid for
   */
  public record Spending(int retries, boolean resend, Budget budget) {}

  /**
   * The most that may be paid for; without renders and money only where they cost nothing.
   *
   * @param renders how many
   * @param money for how much; null: whatever they cost
   * @param zone whose days and months count
   */
  public record Budget(OptionalLong renders, @Nullable Money money, Per per, ZoneId zone) {}

  /** What a budget is for. */
  public enum Per {
    RUN,
    DAY,
    MONTH
  }

  /**
   * How photos from a folder are uploaded to a real endpoint.
   *
   * @param way the method: {@code base64_to_url} or {@code base64_crop}
   * @param delete whether they are deleted at the provider when the run has ended
   */
  public record Uploads(String way, boolean delete) {}

  /**
   * How pictures are fetched and kept.
   *
   * @param originals whether the photos that renders are made from are kept beside them
   * @param atOnce pictures fetched at the same time
   * @param allowed addresses, address blocks and hosts that may be private ones
   */
  public record Pictures(boolean originals, int atOnce, List<String> allowed) {}

  /**
   * Which renders a person should look at.
   *
   * @param least those smaller than this
   * @param blank those of one colour
   * @param aspect those of another shape than their photo
   * @param same those that equal their photo
   */
  public record Checks(Size least, boolean blank, boolean aspect, boolean same) {}

  /** The addresses to ping when a run begins, ends well, or fails; null: no ping. */
  public record Ping(
      @Nullable URI start, @Nullable URI success, @Nullable URI failure) {}

  /** Pixels. */
  public record Size(int width, int height) {}

  /**
   * How the sandbox should behave; null leaves it to the sandbox.
   *
   * @param processing share of renders answered as still in work, 0 to 1
   * @param queue renders it takes at once
   * @param requestsPerMinute 0 is unlimited
   * @param credits renders until it is out of credit
   */
  public record SandboxWishes(
      @Nullable Latency latency,
      @Nullable Double processing,
      @Nullable Integer queue,
      @Nullable Integer requestsPerMinute,
      @Nullable Long credits) {}

  /** How long a sandbox render takes: lognormal, or constant where both are equal. */
  public record Latency(Duration median, Duration p99) {}
}
