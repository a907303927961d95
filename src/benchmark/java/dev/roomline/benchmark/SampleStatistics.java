package dev.roomline.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** One figure, measured several times; the median stands for all. */
record SampleStatistics(double... values) {
  private static final MathContext DIGITS = new MathContext(3);

  SampleStatistics {
    values = values.clone();
    Arrays.sort(values);
  }

  static <T> SampleStatistics of(Collection<T> trials, ToDoubleFunction<T> value) {
    return new SampleStatistics(trials.stream().mapToDouble(value).toArray());
  }

  static SampleStatistics of(Collection<Double> values) {
    return of(values, it -> it);
  }

  double median() {
    var middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  /** The median, and what it lies between. */
  @Override
  public String toString() {
    var least = text(values[0]);
    var most = text(values[values.length - 1]);
    return least.equals(most) ? text(median()) : text(median()) + " (" + least + "–" + most + ")";
  }

  /** Three digits, or all of a whole part that has more. */
  static String text(double value) {
    if (value == 0) return "0";
    if (Math.abs(value) >= 100) return String.format("%,d", Math.round(value)).replace(',', ' ');
    return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
