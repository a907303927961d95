package dev.roomline.sandbox;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/** A sandbox for the length of a test, and what it billed. */
public final class SandboxExtension implements AfterEachCallback {
  private @Nullable SandboxClient sandboxClient;

  /** A well-behaved provider of small pictures that answers within milliseconds, on a free port. */
  public static SandboxSettings quick() {
    return SandboxSettings.defaults()
        .withPort(0)
        .withLatency(Latency.of(Duration.ofMillis(5)))
        .withPictureSize(96);
  }

  public URI open(SandboxSettings settings) throws IOException {
    sandboxClient = SandboxClient.at(settings);
    return url();
  }

  public URI url() {
    return customer().sandbox().url();
  }

  /** Replaces all misbehaviour, as in {@code {"500":1.0}}. */
  public void misbehave(String shares) {
    customer().post("/sandbox/settings", SandboxClient.json(shares));
  }

  /** Withdraws the price of this many renders from the wallet without selling any. */
  public void withdrawFromWallet(int renders) {
    customer().post("/sandbox/wallet", SandboxClient.json("{\"take\":" + renders + "}"));
  }

  public long creates() {
    return count("creates");
  }

  public long billed() {
    return count("billed");
  }

  /** Any number of the report. */
  public long count(String name) {
    return report().path(name).asLong();
  }

  JsonNode report() {
    return customer().report();
  }

  /** How often each prompt's renders were billed. */
  public Map<String, Integer> billedByPrompt() {
    var billed = new HashMap<String, Integer>();
    report()
        .path("by_render")
        .forEach(it ->
            billed.merge(it.path("prompt").asString(), it.path("billed").asInt(), Integer::sum));
    return billed;
  }

  public List<String> billedTwice() {
    return report().path("billed_twice").valueStream().map(JsonNode::asString).toList();
  }

  public void close() {
    if (sandboxClient != null) sandboxClient.sandbox().close();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    close();
  }

  private SandboxClient customer() {
    return Objects.requireNonNull(sandboxClient, "not opened");
  }
}
