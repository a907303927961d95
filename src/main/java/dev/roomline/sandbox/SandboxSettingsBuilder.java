package dev.roomline.sandbox;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds settings: a record with this many parts needs a mutable copy. */
final class SandboxSettingsBuilder {
  int port = 8645;

  @Nullable
  Path photos;

  @Nullable
  String key;

  int queue = 0;
  boolean queueErrorsAs200;
  int requestsPerMinute = 0;
  int burst = 1;
  Latency latency = Latency.of(Duration.ofMillis(800));
  double processingShare;
  double etaFactor = 1;
  Duration etaStep = Duration.ofMillis(1);
  int credits = -1;
  BigDecimal price = new BigDecimal("0.01");

  @Nullable
  BigDecimal wallet;

  Map<String, Double> misbehaviour = Map.of();
  int misbehaveFrom = 1;
  boolean perRowCounts = true;
  int pictureSize = PhotoReader.LONGEST;
  long pictureRate;
  Clock clock = Clock.systemUTC();
  long seed = 1;

  SandboxSettingsBuilder() {}

  SandboxSettingsBuilder(SandboxSettings from) {
    port = from.port();
    photos = from.photos();
    key = from.key();
    queue = from.queue();
    queueErrorsAs200 = from.queueErrorsAs200();
    requestsPerMinute = from.requestsPerMinute();
    burst = from.burst();
    latency = from.latency();
    processingShare = from.processingShare();
    etaFactor = from.etaFactor();
    etaStep = from.etaStep();
    credits = from.credits();
    price = from.price();
    wallet = from.wallet();
    misbehaviour = from.misbehaviour();
    misbehaveFrom = from.misbehaveFrom();
    perRowCounts = from.perRowCounts();
    pictureSize = from.pictureSize();
    pictureRate = from.pictureRate();
    clock = from.clock();
    seed = from.seed();
  }

  SandboxSettings settings() {
    return new SandboxSettings(
        port,
        photos,
        key,
        queue,
        queueErrorsAs200,
        requestsPerMinute,
        burst,
        latency,
        processingShare,
        etaFactor,
        etaStep,
        credits,
        price,
        wallet,
        misbehaviour,
        misbehaveFrom,
        perRowCounts,
        pictureSize,
        pictureRate,
        clock,
        seed);
  }
}
