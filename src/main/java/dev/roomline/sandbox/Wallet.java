package dev.roomline.sandbox;

import java.math.BigDecimal;

/** The account's balance; credits are the renders that it can pay for. */
final class Wallet {
  private static final BigDecimal PLENTY = new BigDecimal(1_000_000);

  private final BigDecimal price;
  private final boolean ends;
  private BigDecimal balance;
  private int credits;

  private Wallet(BigDecimal price, BigDecimal balance, boolean ends, int credits) {
    this.price = price;
    this.balance = balance;
    this.ends = ends;
    this.credits = credits;
  }

  static Wallet of(SandboxSettings settings) {
    var credits = settings.credits();
    var wallet = settings.wallet();
    if (wallet != null) return new Wallet(settings.price(), wallet, true, credits);
    var worth = settings.price().multiply(BigDecimal.valueOf(credits));
    return new Wallet(settings.price(), credits < 0 ? PLENTY : worth, false, credits);
  }

  /** Pays for a render; false if there is not enough money. */
  synchronized boolean pay() {
    if (credits == 0 || (ends && balance.compareTo(price) < 0)) return false;
    if (credits > 0) credits--;
    balance = balance.subtract(price);
    return true;
  }

  /** The price of renders that were not requested. */
  synchronized void take(int renders) {
    balance = balance.subtract(price.multiply(BigDecimal.valueOf(renders)));
  }

  synchronized BigDecimal balance() {
    return balance;
  }
}
