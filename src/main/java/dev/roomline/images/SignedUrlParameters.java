package dev.roomline.images;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Knows the query parameters that only sign an address: they change with each link, but the photo
 * does not. This list must never change, or renders are paid twice.
 */
final class SignedUrlParameters {
  private static final Set<String> ALWAYS =
      Set.of("expires", "signature", "key-pair-id", "sig", "token");

  /** S3's, Google's and CloudFront's older ways name who signed, next to the signature. */
  private static final Set<String> BESIDE_SIGNATURE =
      Set.of("awsaccesskeyid", "googleaccessid", "policy");

  /** Azure's shared access signature; names as short as these mean it only beside {@code sig}. */
  private static final Set<String> BESIDE_SIG = Set.of(
      "se", "sp", "sv", "sr", "ss", "st", "srt", "spr", "sip", "si", "skoid", "sktid", "skt", "ske",
      "sks", "skv", "saoid", "suoid", "scid", "sdd", "ses");

  private SignedUrlParameters() {}

  /**
   * The query without the parameters that only sign it.
   *
   * @param ignored further parameters, in lower case, that are known not to change the photo
   */
  static String removedFrom(String query, Set<String> ignored) {
    if (query.isEmpty()) return query;
    var parameters = query.split("&", -1);
    var names =
        Arrays.stream(parameters).map(SignedUrlParameters::name).collect(Collectors.toSet());
    Predicate<String> signs = name -> ALWAYS.contains(name)
        || ignored.contains(name)
        || name.startsWith("x-amz-")
        || name.startsWith("x-goog-")
        || (names.contains("signature") && BESIDE_SIGNATURE.contains(name))
        || (names.contains("sig") && BESIDE_SIG.contains(name));
    return Arrays.stream(parameters)
        .filter(parameter -> !signs.test(name(parameter)))
        .collect(Collectors.joining("&"));
  }

  private static String name(String parameter) {
    var equals = parameter.indexOf('=');
    return (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
  }
}
