package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedPolicyTest {
  private static final Photo PHOTO =
      new Photo("http://a.example/1.jpg", "http://a.example/1.jpg", null);

  @Test
  void theProvidersSeedIsNotAskedFor() {
    assertThat(new SeedPolicy.Random().of(PHOTO, "", 1)).isEmpty();
  }

  @Test
  void fixedSeedsCountOnFromVariantToVariant() {
    var seeds = new SeedPolicy.Fixed(42);

    assertThat(seeds.of(PHOTO, "", 1)).hasValue(42);
    assertThat(seeds.of(PHOTO, "loft", 3)).hasValue(44);
  }

  @Test
  void fixedSeedsStartAgainAfterTheLargest() {
    assertThat(new SeedPolicy.Fixed(4_294_967_295L).of(PHOTO, "", 2)).hasValue(0);
  }

  /** A change of these values makes every user of per-row seeds pay again. */
  @Test
  void seedsPerRowNeverChangeBetweenReleases() {
    var seeds = new SeedPolicy.PerRow();

    assertThat(seeds.of(PHOTO, "", 1)).hasValue(2328183399L);
    assertThat(seeds.of(PHOTO, "loft", 2)).hasValue(1579946015L);
  }

  @Test
  void seedsPerRowDifferByStyleAndVariant() {
    var seeds = IntStream.rangeClosed(1, 100)
        .boxed()
        .flatMap(variant -> Stream.of("", "loft").map(style -> perRow(style, variant)));

    assertThat(seeds).doesNotHaveDuplicates();
  }

  @Test
  void seedsPerRowAreUnsigned32Bit() {
    var seeds =
        IntStream.rangeClosed(1, 100).mapToObj(variant -> perRow("", variant)).toList();

    assertThat(seeds).allMatch(seed -> seed >= 0 && seed <= 4_294_967_295L);
    assertThat(seeds).anyMatch(seed -> seed > Integer.MAX_VALUE);
  }

  private static long perRow(String style, int variant) {
    return new SeedPolicy.PerRow().of(PHOTO, style, variant).orElseThrow();
  }

  @Test
  void anotherSeedIsOneAttemptsOwnWheneverItIsAskedFor() {
    var key = new RenderKey("k");

    assertThat(SeedPolicy.other(key, 1))
        .isEqualTo(SeedPolicy.other(key, 1))
        .isNotEqualTo(SeedPolicy.other(key, 2));
    assertThat(SeedPolicy.other(key, 1)).isBetween(0L, 4_294_967_295L);
  }
}
