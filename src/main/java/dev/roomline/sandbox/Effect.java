package dev.roomline.sandbox;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a misbehaviour takes effect, which decides whether its render was paid. */
sealed interface Effect {

  /** At create, at once, not paid. */
  record Refused(Function<Order, Response> create) implements Effect {}

  /** At create, paid. */
  record Paid(UnaryOperator<Duration> latency, Function<Sale, Response> create) implements Effect {}

  /**
   * Paid and accepted; shows at create, at fetch or both.
   *
   * @param fetch null where fetches are well
   * @param eachFetch whether fetches are counted, or creates
   */
  record Later(
      Function<Sale, Response> create,
      @Nullable Function<Ticket, Response> fetch,
      boolean eachFetch)
      implements Effect {}

  /** Paid and answered as usual; the picture is what is wrong. */
  record Spoiled(Function<PictureResponse, Response> picture, Remedy remedy) implements Effect {}

  /** How a client gets the picture in the end. */
  enum Remedy {
    /** The same link, after the planned number of attempts. */
    AGAIN,
    /** The link among the {@code proxy_links}. */
    PROXY,
    /** A new link from a fetch, after the planned number of links. */
    REFETCH
  }
}
