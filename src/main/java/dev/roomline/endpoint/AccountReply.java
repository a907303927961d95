package dev.roomline.endpoint;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of a free question about the account.
 *
 * @param date what time it is by the vendor's clock, if it says so
 */
public record AccountReply<T>(Reply<T> reply, Optional<Instant> date) {

  /** How the vendor answered. */
  public sealed interface Reply<T> {
    /** The vendor's words, without the key; empty if it just told. */
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

  /** Nobody answers in time, or only to say that the server is not well. */
  public record Unreachable<T>(String words) implements Reply<T> {}

  /** It answers, and does not tell. */
  public record NotAnswered<T>(String words) implements Reply<T> {}

  /** What was asked, if it was told. */
  public Optional<T> told() {
    return reply instanceof Answered<T> answered ? Optional.of(answered.value()) : Optional.empty();
  }
}
