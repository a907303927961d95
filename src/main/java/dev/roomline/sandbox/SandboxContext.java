package dev.roomline.sandbox;

/**
 * The state that the handlers share.
 *
 * @param origin where this sandbox can be reached
 * @param attempts how often each picture was requested
 * @param sold finished renders by their number, as long as they may be polled
 */
record SandboxContext(
    SandboxSettings settings,
    String origin,
    Lock lock,
    Originals originals,
    Queue queue,
    BillingLog billingLog,
    OccurrenceCounter attempts,
    Wallet wallet,
    MisbehaviourPicker misbehaviourPicker,
    LruCache<Ticket> sold,
    Timer timer,
    ResponseSender responseSender) {
  private static final int REMEMBERED = 10_000;
  private static final int ORDERS_REMEMBERED = 50_000;

  static SandboxContext of(SandboxSettings settings, String origin, Timer timer) {
    return new SandboxContext(
        settings,
        origin,
        new Lock(settings.key()),
        new Originals(new PhotoFolder(settings.photos()), new Uploads(settings.clock())),
        new Queue(settings.queue(), settings.clock()),
        new BillingLog(settings.perRowCounts(), settings.clock()),
        new OccurrenceCounter(settings.perRowCounts() ? Integer.MAX_VALUE : ORDERS_REMEMBERED),
        Wallet.of(settings),
        new MisbehaviourPicker(settings),
        new LruCache<>(REMEMBERED),
        timer,
        new ResponseSender(timer));
  }
}
