package dev.roomline.ledger;

import dev.roomline.domain.RenderKey;

/**
 * One purchase of a render, which is paid at most once.
 *
 * @param edition counts the runs with {@code --fresh} so far, from 0
 * @param attempt counts the times this render was sent within its edition, from 1
 */
public record Purchase(RenderKey key, int edition, int attempt) {

  /** The same render, bought once more. */
  public Purchase again() {
    return new Purchase(key, edition, attempt + 1);
  }
}
