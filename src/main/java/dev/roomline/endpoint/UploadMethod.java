package dev.roomline.endpoint;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a local photo gets a link: the provider's two ways differ in how long the link lasts. */
public enum UploadMethod {
  /** A link for a day. */
  BASE64_TO_URL("/api/v6/base64_to_url", Duration.ofHours(24)),
  /** A link without an end. */
  BASE64_CROP("/api/v3/base64_crop", null);

  /** The provider takes 5 MB and does not say whether before base64 adds its third; so after it. */
  public static final int MOST_CHARACTERS = 5_000_000;

  private final String path;
  private final @Nullable Duration life;

  UploadMethod(String path, @Nullable Duration life) {
    this.path = path;
    this.life = life;
  }

  /** Reads the job file's value for a method: {@code base64_to_url} or {@code base64_crop}. */
  public static UploadMethod parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The job file's value for this method. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  String path() {
    return path;
  }

  /** How long its links last; null where the provider names no end. */
  @Nullable
  Duration life() {
    return life;
  }

  /** The method to try if this one is not available. */
  UploadMethod other() {
    return this == BASE64_TO_URL ? BASE64_CROP : BASE64_TO_URL;
  }
}
