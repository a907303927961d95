package dev.roomline.endpoint;

import java.time.Instant;
import java.util.Optional;

/**
 * The result of a free question about the account.
 *
 * @param date what time it is by the provider's clock, if it says so
 */
public record AccountReply<T>(Reply<T> reply, Optional<Instant> date) {

  /** How the provider answered. */
  public sealed interface Reply<T> {
    /** The provider's words, without the key; empty if it just told. */
    String words();
  }

  /** It told what it was asked, so it takes the key. */
  public record Answered<T>(T value) implements Reply<T> {
    @Override
    public String words() {
      return "";
    }
  }

  /** It does not take the key. */
  public record KeyRefused<T>(String words) implements Reply<T> {}

  /** It is somewhere else, and the key is not sent after it. */
  public record Moved<T>(String words) implements Reply<T> {}

  /** No answer in time, or only one that reports a server error. */
  public record Unreachable<T>(String words) implements Reply<T> {}

  /** It answers, and does not tell. */
  public record NotAnswered<T>(String words) implements Reply<T> {}

  /** What was asked, if it was told. */
  public Optional<T> told() {
    return reply instanceof Answered<T> answered ? Optional.of(answered.value()) : Optional.empty();
  }
}
