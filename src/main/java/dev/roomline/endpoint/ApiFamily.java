package dev.roomline.endpoint;

import dev.roomline.domain.InvalidInputException;
import java.util.List;
import java.util.Locale;

/** The provider's three versions of the same API. */
public enum ApiFamily {
  V5("/api/v5/interior", "steps"),
  V6("/api/v6/interior/make", "num_inference_steps"),
  ENTERPRISE("/api/v1/enterprise/interior/make", "num_inference_steps");

  private final String createPath;
  private final String stepsField;

  ApiFamily(String createPath, String stepsField) {
    this.createPath = createPath;
    this.stepsField = stepsField;
  }

  /** Reads the job file's value for a family: {@code v5}, {@code v6} or {@code enterprise}. */
  public static ApiFamily parse(String text) {
    for (var family : values()) {
      if (family.name().equalsIgnoreCase(text.strip())) return family;
    }
    throw new InvalidInputException("endpoint.family is '" + text + "', use v5, v6 or enterprise");
  }

  /** The job file's value for this family. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  String createPath() {
    return createPath;
  }

  /** The paths at which an accepted render may be polled, best first; {@code {id}} stands for its id. */
  List<String> collectPaths() {
    return switch (this) {
      case V5 -> List.of("/api/v4/dreambooth/fetch", "/api/v3/fetch/{id}");
      case V6 -> List.of("/api/v6/interior/fetch/{id}");
      case ENTERPRISE -> List.of("/api/v1/enterprise/interior/fetch/{id}");
    };
  }

  /** What this family calls one of our parameters. */
  String fieldFor(String parameter) {
    return parameter.equals("steps") ? stepsField : parameter;
  }

  /** The family to try where this one is not served. */
  ApiFamily other() {
    return this == V6 ? V5 : V6;
  }
}
