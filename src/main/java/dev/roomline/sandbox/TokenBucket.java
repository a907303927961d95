package dev.roomline.sandbox;

/** Creates per minute, with a burst: a bucket that refills evenly. */
final class TokenBucket {
  private final double perNano;
  private final int burst;
  private double tokens;
  private long last = System.nanoTime();

  TokenBucket(int perMinute, int burst) {
    this.perNano = perMinute / 60e9;
    this.burst = burst;
    this.tokens = burst;
  }

  /** 0 if this create may pass, else the seconds until one may. */
  synchronized long secondsToWait() {
    if (perNano == 0) return 0;
    var now = System.nanoTime();
    tokens = Math.min(burst, tokens + (now - last) * perNano);
    last = now;
    if (tokens < 1) return Math.max(1, (long) Math.ceil((1 - tokens) / perNano / 1e9));
    tokens--;
    return 0;
  }
}
