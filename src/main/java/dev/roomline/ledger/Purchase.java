package dev.roomline.ledger;

import dev.roomline.domain.RenderKey;

/**
 * What is paid at most once.
 *
 * @param edition counts the times that everything was wanted afresh, from 0
 * @param attempt counts the times this render was sent within its edition, from 1
 */
public record Purchase(RenderKey key, int edition, int attempt) {

  /** The same render, bought once more. */
  public Purchase again() {
    return new Purchase(key, edition, attempt + 1);
  }
}
