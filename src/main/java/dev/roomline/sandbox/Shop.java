package dev.roomline.sandbox;

/**
 * What the desks share.
 *
 * @param origin where this sandbox can be reached
 * @param attempts how often each picture was ordered
 * @param sold finished renders by their number, as long as anyone may ask
 */
record Shop(
    SandboxSettings settings,
    String origin,
    Lock lock,
    Originals originals,
    Queue queue,
    Books books,
    Times attempts,
    Wallet wallet,
    Misdeeds misdeeds,
    Lately<Ticket> sold,
    Timer timer,
    Courier courier) {
  private static final int REMEMBERED = 10_000;
  private static final int ORDERS_REMEMBERED = 50_000;

  static Shop of(SandboxSettings settings, String origin, Timer timer) {
    return new Shop(
        settings,
        origin,
        new Lock(settings.key()),
        new Originals(new PhotoFolder(settings.photos()), new Uploads(settings.clock())),
        new Queue(settings.queue(), settings.clock()),
        new Books(settings.perRowCounts(), settings.clock()),
        new Times(settings.perRowCounts() ? Integer.MAX_VALUE : ORDERS_REMEMBERED),
        Wallet.of(settings),
        new Misdeeds(settings),
        new Lately<>(REMEMBERED),
        timer,
        new Courier(timer));
  }
}
