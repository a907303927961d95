package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.jobfile.JobFileFinder;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.Sandbox;
import dev.roomline.sandbox.SandboxSettings;
import java.math.BigDecimal;
import java.net.BindException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roomline sandbox}. */
@Command(
    name = "sandbox",
    showDefaultValues = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  roomline sandbox jobs/listing-renders.yml",
      "  roomline sandbox --port 9000 --queue 15 --latency 2s..10s --processing 0.5",
      "  roomline sandbox --misbehave 503=0.01 --misbehave failed=0.02",
      "  roomline sandbox --misbehave 500=1 --misbehave-from 100",
      "  roomline sandbox --misbehave 404-first=0.2 --picture-rate 1024",
      "  roomline sandbox --price 0.02 --wallet 10"
    },
    description = {
      "A local test service that imitates the rendering API. Free.",
      "It lists what it charged at /sandbox/report.",
      "Ctrl-C ends it and deletes the uploaded photos.",
      "[sandbox NAME] in a prompt makes that render misbehave,",
      "[sandbox NAME 2] twice, [sandbox NAME 0] always.",
      ""
    })
final class SandboxCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "JOB", arity = "0..1", description = "The job whose photos it serves.")
  private @Nullable String job;

  @Option(names = "--port", paramLabel = "N", description = "The port it listens on.")
  private int port = SandboxSettings.defaults().port();

  @Option(names = "--key", paramLabel = "KEY", description = "Accept this API key only.")
  private @Nullable String key;

  @Option(
      names = "--queue",
      paramLabel = "N",
      description = "Renders it queues. 0 means unlimited.")
  private int queue = SandboxSettings.defaults().queue();

  @Option(
      names = "--errors-in-200",
      description = "Send errors with HTTP status 200, as some APIs do.")
  private boolean errorsIn200;

  @Option(names = "--requests-per-minute", paramLabel = "N", description = "0 means unlimited.")
  private int requestsPerMinute = SandboxSettings.defaults().requestsPerMinute();

  @Option(names = "--burst", paramLabel = "N", description = "Requests it accepts at once.")
  private int burst = SandboxSettings.defaults().burst();

  @Option(
      names = "--latency",
      paramLabel = "TIME",
      description = "Time per render: fixed (800ms), or median and p99 (2s..10s).")
  private @Nullable String latency;

  @Option(
      names = "--processing",
      paramLabel = "SHARE",
      description = "Share of renders answered \"processing\", 0 to 1.")
  private double processing = SandboxSettings.defaults().processingShare();

  @Option(
      names = "--eta-step",
      paramLabel = "TIME",
      description = "Round the reported eta to this, such as 100ms.")
  private @Nullable String etaStep;

  @Option(
      names = "--picture-size",
      paramLabel = "PIXELS",
      description = "Longest side of a picture, 16 to 640. Small ones are faster.")
  private int pictureSize = SandboxSettings.defaults().pictureSize();

  @Option(
      names = "--picture-rate",
      paramLabel = "BYTES",
      description = "Download speed of a picture in bytes per second. 0 means unlimited.")
  private long pictureRate = SandboxSettings.defaults().pictureRate();

  @Option(
      names = "--credits",
      paramLabel = "N",
      description = "Renders it sells. -1 means unlimited.")
  private int credits = SandboxSettings.defaults().credits();

  @Option(names = "--price", paramLabel = "X", description = "Price of a render.")
  private BigDecimal price = SandboxSettings.defaults().price();

  @Option(
      names = "--wallet",
      paramLabel = "X",
      description = "Balance of the account at the start.")
  private @Nullable BigDecimal wallet;

  @Option(
      names = "--misbehave",
      paramLabel = "NAME=SHARE",
      description = "How often it misbehaves, 0 to 1. An unknown name lists all names.")
  private Map<String, Double> misbehaviour = Map.of();

  @Option(
      names = "--misbehave-from",
      paramLabel = "K",
      description = "Misbehave from the K-th render on.")
  private int misbehaveFrom = SandboxSettings.defaults().misbehaveFrom();

  @Option(
      names = "--no-counts",
      description = "Do not count per render: saves memory with millions.")
  private boolean noCounts;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Override
  public Integer call() throws Exception {
    try (var sandbox = Sandbox.start(settings())) {
      var out = spec.commandLine().getOut();
      out.println(
          "sandbox at " + sandbox.url() + "; report at " + sandbox.url() + "/sandbox/report");
      out.flush();
      new CountDownLatch(1).await();
      return 0;
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(String.valueOf(e.getMessage()));
    } catch (BindException e) {
      throw new InvalidInputException("Port " + port + " is in use. Next: choose another --port");
    }
  }

  private SandboxSettings settings() {
    var settings = SandboxSettings.defaults()
        .withPort(port)
        .withKey(key)
        .withQueue(queue)
        .withQueueErrorsAs200(errorsIn200)
        .withRequestsPerMinute(requestsPerMinute)
        .withBurst(burst)
        .withProcessingShare(processing)
        .withCredits(credits)
        .withPrice(price)
        .withWallet(wallet)
        .withMisbehaviour(misbehaviour)
        .withMisbehaveFrom(misbehaveFrom)
        .withPictureSize(pictureSize)
        .withPictureRate(pictureRate)
        .withPerRowCounts(!noCounts);
    if (latency != null) settings = settings.withLatency(Latency.parse(latency));
    if (etaStep != null) settings = settings.withEtaStep(Latency.parse(etaStep).median());
    return job == null
        ? settings
        : settings.withPhotos(EndpointOpener.photos(JobFileFinder.open(job, Map.of())));
  }
}
