package dev.roomline.job.retry;

import dev.roomline.domain.BadInput;
import dev.roomline.domain.Parameter;
import dev.roomline.endpoint.Family;
import dev.roomline.failure.NotStarted;
import dev.roomline.job.decisions.LastRun;
import dev.roomline.job.run.Figures;
import dev.roomline.job.run.Retry;
import dev.roomline.job.run.RunJob;
import dev.roomline.job.run.RunReport;
import dev.roomline.job.run.StopSwitch;
import dev.roomline.job.session.Assembly;
import dev.roomline.job.session.Holding;
import dev.roomline.job.session.LostState;
import dev.roomline.job.session.RunCommand;
import dev.roomline.ledger.Judgement;
import dev.roomline.ledger.Judgement.Decision;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Runs;
import dev.roomline.results.InvalidRows;
import dev.roomline.rooms.RoomsFile;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** The verb {@code retry}: tells what would be bought once more, then buys nothing but that. */
public final class RetryJob {
  private final RunCommand command;
  private final boolean newSeed;

  /**
   * @param newSeed whether the vendor is asked for other seeds than before
   */
  public RetryJob(RunCommand command, boolean newSeed) {
    this.command = command;
    this.newSeed = newSeed;
  }

  /**
   * Tells what fits the choice; buys nothing and decides nothing.
   *
   * @throws BadInput if the job has not run yet, or if a row is named that is not there
   * @throws NotStarted if a run holds the state
   */
  public RetryOffer offer(RetryChoice choice) throws InterruptedException {
    if (newSeed) checkSeeds();
    var sheet = command.sheet();
    var file = RoomsFile.check(sheet.rooms().input(), Assembly.rows(sheet, command.counter()));
    var state = new StateFolder(sheet.state());
    new LostState(command).checkUnopened();
    if (!state.hasBooks()) throw LastRun.neverRun(sheet);
    try (var lock = Holding.take(state, command.lockWait(), line -> {});
        var books = lock.open(1)) {
      checkRuns(new Runs(books.source(), command.pulse().clock()));
      var invalid = InvalidRows.of(books.source(), sheet.file().toString());
      return new RetrySearch(choice, ledger(books), invalid)
          .in(file, command.sheet().endpoint().price());
    }
  }

  /**
   * Buys what was offered, as a run does, and leaves all else as it is.
   *
   * @param stop ends it early
   * @param news hears lines worth telling a person
   * @param watcher hears each second how far it is
   */
  public RunReport buy(
      RetryOffer offer,
      String by,
      String why,
      StopSwitch stop,
      Consumer<String> news,
      Consumer<Figures> watcher)
      throws InterruptedException {
    return new RunJob(command, retry(offer, by, why), stop, news, watcher).run();
  }

  public Retry retry(RetryOffer offer, String by, String why) {
    var decision = newSeed ? Decision.RETRY_NEW_SEED : Decision.RETRY;
    var now = command.pulse().clock().instant().truncatedTo(ChronoUnit.MILLIS);
    return new Retry(offer.keys(), new Judgement(decision, by, why, now));
  }

  private void checkSeeds() {
    if (command.counter().endpoint().family() == Family.V5) {
      throw new BadInput("--new-seed: v5 documents no seed, and its vendor picks another each time;"
          + " leave --new-seed out, or set endpoint.family to v6 or enterprise");
    }
    if (command.sheet().endpoint().extra().containsKey(Parameter.SEED.label())) {
      throw new BadInput("--new-seed: endpoint.extra sends a seed of its own; remove it there");
    }
  }

  /** Going on with a run that buys all anew, and starting another, would both be wrong. */
  private void checkRuns(Runs runs) {
    var sheet = command.sheet();
    var last = runs.last(sheet.file().toString()).orElseThrow(() -> LastRun.neverRun(sheet));
    if (last.fresh() && runs.unfinished(last)) {
      throw new BadInput("run " + last.number() + " buys all anew and did not finish;"
          + " finish it with --fresh first");
    }
  }

  private Ledger ledger(Database books) {
    var name = command.counter().endpoint().boughtAt();
    return new Ledger(
        books.source(), books.transactions(), name, command.pulse().clock());
  }
}
