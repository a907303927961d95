package dev.roomline.sandbox;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the local test provider behaves: speed, queue, credit and errors.
 *
 * @param port where it listens on 127.0.0.1; 0 is any free port
 * @param photos the folder it serves under {@code /photos/}
 * @param key the one key it accepts; null accepts any, even an empty one
 * @param queue renders the account may have queued; 0 is unlimited
 * @param queueErrorsAs200 whether refusals come inside HTTP 200 in place of 4xx
 * @param requestsPerMinute creates per minute; 0 is unlimited
 * @param burst creates that may come at once before the rate limit applies, at least 1
 * @param latency how long a render takes
 * @param processingShare the share of creates answered {@code processing}
 * @param etaFactor factor from the true eta to the reported one
 * @param etaStep what the reported eta is rounded to, at least 1 ms
 * @param credits renders it sells before the balance is used up; -1 is unlimited
 * @param price of a render
 * @param wallet what the account holds; null: the credits' worth, or plenty
 * @param misbehaviour share of creates by misbehaviour name
 * @param misbehaveFrom the create, counted from 1, from which on the shares hold
 * @param perRowCounts whether the report counts per render; off keeps memory flat
 * @param pictureSize pixels of a picture's longest side, 16 to 640; small ones are drawn fast
 * @param pictureRate bytes per second at which each render's picture is sent; 0 is unlimited
 * @param clock by which renders become ready and uploads expire
 * @param seed of its random decisions
 */
public record SandboxSettings(
    int port,
    @Nullable Path photos,
    @Nullable String key,
    int queue,
    boolean queueErrorsAs200,
    int requestsPerMinute,
    int burst,
    Latency latency,
    double processingShare,
    double etaFactor,
    Duration etaStep,
    int credits,
    BigDecimal price,
    @Nullable BigDecimal wallet,
    Map<String, Double> misbehaviour,
    int misbehaveFrom,
    boolean perRowCounts,
    int pictureSize,
    long pictureRate,
    Clock clock,
    long seed) {

  /** Checks names and ranges, so that a mistake shows before the first render. */
  public SandboxSettings {
    misbehaviour = Map.copyOf(misbehaviour);
    misbehaviour.forEach(SandboxSettings::check);
    if (burst < 1) throw new IllegalArgumentException("burst is " + burst + ", must be at least 1");
    if (pictureSize < 16 || pictureSize > PhotoReader.LONGEST)
      throw new IllegalArgumentException("pictureSize is " + pictureSize + ", must be 16 to 640");
    if (etaStep.toMillis() < 1)
      throw new IllegalArgumentException("etaStep is " + etaStep + ", must be at least 1 ms");
    if (price.signum() < 0)
      throw new IllegalArgumentException("price is " + price + ", must be 0 or more");
    checkDigits("price", price);
    if (wallet != null) checkDigits("wallet", wallet);
    if (pictureRate < 0)
      throw new IllegalArgumentException("pictureRate is " + pictureRate + ", must be 0 or more");
    if (!(processingShare >= 0 && processingShare <= 1))
      throw new IllegalArgumentException(
          "processingShare is " + processingShare + ", must be 0 to 1");
  }

  /** A well-behaved provider on port 8645 that answers after a moment. */
  public static SandboxSettings defaults() {
    return new SandboxSettingsBuilder().settings();
  }

  /** The names for shares of misbehaviour and for a prompt's {@code [sandbox NAME]}. */
  public static Set<String> misbehaviourNames() {
    return Misbehaviour.names();
  }

  /** Listens on this port; 0 is any free one. */
  public SandboxSettings withPort(int port) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.port = port);
  }

  /** Serves this folder's pictures under {@code /photos/}. */
  public SandboxSettings withPhotos(@Nullable Path photos) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.photos = photos);
  }

  /** Accepts only this key; null accepts any. */
  public SandboxSettings withKey(@Nullable String key) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.key = key);
  }

  /** Allows this many queued renders; 0 is unlimited. */
  public SandboxSettings withQueue(int queue) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.queue = queue);
  }

  /** Sends refusals inside HTTP 200 in place of 4xx. */
  public SandboxSettings withQueueErrorsAs200(boolean queueErrorsAs200) {
    return with(
        sandboxSettingsBuilder -> sandboxSettingsBuilder.queueErrorsAs200 = queueErrorsAs200);
  }

  /** Allows this many creates per minute; 0 is unlimited. */
  public SandboxSettings withRequestsPerMinute(int requestsPerMinute) {
    return with(
        sandboxSettingsBuilder -> sandboxSettingsBuilder.requestsPerMinute = requestsPerMinute);
  }

  /** Allows this many creates at once before the rate limit applies. */
  public SandboxSettings withBurst(int burst) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.burst = burst);
  }

  /** Takes this long for a render. */
  public SandboxSettings withLatency(Latency latency) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.latency = latency);
  }

  /** Answers this share of creates {@code processing}. */
  public SandboxSettings withProcessingShare(double processingShare) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.processingShare = processingShare);
  }

  /** Answers the true eta times this factor. */
  public SandboxSettings withEtaFactor(double etaFactor) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.etaFactor = etaFactor);
  }

  /** Rounds the eta to whole steps of this length. */
  public SandboxSettings withEtaStep(Duration etaStep) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.etaStep = etaStep);
  }

  /** Sells this many renders; -1 is unlimited. */
  public SandboxSettings withCredits(int credits) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.credits = credits);
  }

  /** Takes this much for a render. */
  public SandboxSettings withPrice(BigDecimal price) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.price = price);
  }

  /** Begins with this much in the wallet, and sells as long as it lasts. */
  public SandboxSettings withWallet(@Nullable BigDecimal wallet) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.wallet = wallet);
  }

  /** Misbehaves in these shares of creates, by name. */
  public SandboxSettings withMisbehaviour(Map<String, Double> misbehaviour) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.misbehaviour = misbehaviour);
  }

  /** Starts to misbehave with this create, counted from 1. */
  public SandboxSettings withMisbehaveFrom(int misbehaveFrom) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.misbehaveFrom = misbehaveFrom);
  }

  /** Counts per render; off keeps memory flat over millions of creates. */
  public SandboxSettings withPerRowCounts(boolean perRowCounts) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.perRowCounts = perRowCounts);
  }

  public SandboxSettings withPictureSize(int pictureSize) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.pictureSize = pictureSize);
  }

  /** Sends each render's picture at this many bytes per second; 0 is unlimited. */
  public SandboxSettings withPictureRate(long pictureRate) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.pictureRate = pictureRate);
  }

  /** Uses this clock for renders that become ready and uploads that expire. */
  public SandboxSettings withClock(Clock clock) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.clock = clock);
  }

  /** Seeds all random choices. */
  public SandboxSettings withSeed(long seed) {
    return with(sandboxSettingsBuilder -> sandboxSettingsBuilder.seed = seed);
  }

  /** The settings as text, without the key. */
  @Override
  public String toString() {
    return "SandboxSettings[port=" + port + ", queue=" + queue + ", latency=" + latency + "]";
  }

  /** An exponent such as that of 1e999999999 would fill the memory once it is written out. */
  private static void checkDigits(String name, BigDecimal amount) {
    if (amount.scale() > 9 || amount.precision() - (long) amount.scale() > 12)
      throw new IllegalArgumentException(
          name + " is " + amount + ", must have at most 12 digits and 9 decimals");
  }

  static void check(String name, double share) {
    Misbehaviour.named(name);
    if (!(share >= 0 && share <= 1))
      throw new IllegalArgumentException(name + " is " + share + ", must be 0 to 1");
  }

  private SandboxSettings with(Consumer<SandboxSettingsBuilder> change) {
    var sandboxSettingsBuilder = new SandboxSettingsBuilder(this);
    change.accept(sandboxSettingsBuilder);
    return sandboxSettingsBuilder.settings();
  }
}
