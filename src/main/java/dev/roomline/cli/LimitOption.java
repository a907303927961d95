package dev.roomline.cli;

import dev.roomline.domain.InvalidInputException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The most renders that this command may pay for, whatever the budget has left. */
final class LimitOption {
  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Pay for at most N renders in this call.")
  private @Nullable Long limit;

  /** The most renders to pay for; empty for as many as the budget allows. */
  OptionalLong most() {
    if (limit == null) return OptionalLong.empty();
    if (limit < 0) throw new InvalidInputException("--limit " + limit + ": write 0 or more");
    return OptionalLong.of(limit);
  }
}
