package dev.roomline.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which renders each row asks for: every style it gets, in so many variants.
 *
 * @param variants from 1
 * @param styles in the order of the job file, which is the order of the results
 * @param styleColumn the column whose cell picks a row's styles; null: each row gets all of them
 */
public record Variations(
    int variants,
    SeedPolicy seedPolicy,
    List<Style> styles,
    @Nullable String styleColumn) {

  /** One render per row, without styles. */
  public static final Variations PLAIN =
      new Variations(1, new SeedPolicy.Random(), List.of(), null);

  /**
   * A preset.
   *
   * @param values of {@code prompt} (text with {@code {column}} placeholders) and of parameters by
   *     label, as String, Long or BigDecimal; only those given
   */
  public record Style(String name, Map<String, Object> values) {}
}
