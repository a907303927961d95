package dev.roomline.endpoint;

import java.time.Instant;
import java.util.Optional;

/**
 * The result of a free question about the account.
 *
 * @param date the time by the provider's clock, if the answer has it
 */
public record AccountReply<T>(Reply<T> reply, Optional<Instant> date) {

  /** How the provider answered. */
  public sealed interface Reply<T> {
    /** The provider's message without the key; empty if it answered the question. */
    String reason();
  }

  /** It answered the question, so it accepts the key. */
  public record Answered<T>(T value) implements Reply<T> {
    @Override
    public String reason() {
      return "";
    }
  }

  /** It does not accept the key. */
  public record KeyRefused<T>(String reason) implements Reply<T> {}

  /** It redirects to another address; the key is not sent there. */
  public record Moved<T>(String reason) implements Reply<T> {}

  /** No answer in time, or only one that reports a server error. */
  public record Unreachable<T>(String reason) implements Reply<T> {}

  /** It answers, but not the question. */
  public record NotAnswered<T>(String reason) implements Reply<T> {}

  /** The answer to the question, if there is one. */
  public Optional<T> value() {
    return reply instanceof Answered<T> answered ? Optional.of(answered.value()) : Optional.empty();
  }
}
