package dev.roomline.job.retry;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Parameter;
import dev.roomline.endpoint.ApiFamily;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.job.run.RetryOrder;
import dev.roomline.job.run.RunProgress;
import dev.roomline.job.run.RunReport;
import dev.roomline.job.run.RunStarter;
import dev.roomline.job.run.StopRequest;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StateMismatchCheck;
import dev.roomline.job.session.StateSession;
import dev.roomline.ledger.Decision;
import dev.roomline.ledger.Decision.Kind;
import dev.roomline.ledger.Runs;
import dev.roomline.rooms.RoomList;
import dev.roomline.state.StateFolder;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** The command {@code retry}: tells what would be rendered again, then pays for just that. */
public final class RetryRunner {
  private final JobRequest request;
  private final boolean newSeed;

  /**
   * @param newSeed whether to ask the provider for other seeds than before
   */
  public RetryRunner(JobRequest request, boolean newSeed) {
    this.request = request;
    this.newSeed = newSeed;
  }

  /**
   * Tells what matches the choice. It is free and decides nothing.
   *
   * @throws InvalidInputException if the job has not run yet, or if a named row does not exist
   * @throws StartRefusedException if a run uses the state
   */
  public RetryPreview offer(RetryFilter choice) throws InterruptedException {
    if (newSeed) checkSeeds();
    var jobFile = request.jobFile();
    var roomList =
        RoomList.check(jobFile.rooms().input(), JobSettings.rows(jobFile, request.access()));
    var state = new StateFolder(jobFile.state());
    new StateMismatchCheck(jobFile, request.access().endpoint(), request.fresh()).checkUnopened();
    if (!state.hasDatabase()) throw StateSession.neverRun(jobFile);
    try (var session =
        StateSession.open(state, request.lockWait(), request.timing().clock())) {
      var killed = checkRuns(session.runs());
      var ledger = session.ledger(request.access().endpoint());
      return new RetrySearch(choice, ledger, session.invalidRows(JobSettings.job(jobFile)))
          .in(roomList, killed, jobFile.endpoint().price());
    }
  }

  /**
   * Pays for what was offered, as a run does, and leaves the rest as it is.
   *
   * @param stop ends it early
   * @param news takes lines for a person
   * @param watcher hears each second how far the run is
   */
  public RunReport buy(
      RetryPreview offer,
      String by,
      String why,
      StopRequest stop,
      Consumer<String> news,
      Consumer<RunProgress> watcher)
      throws InterruptedException {
    return new RunStarter(request, retry(offer, by, why), stop, news, watcher).run();
  }

  /** What the run pays for, and the decision to record. */
  public RetryOrder retry(RetryPreview offer, String by, String why) {
    var kind = newSeed ? Kind.RETRY_NEW_SEED : Kind.RETRY;
    var now = request.timing().clock().instant().truncatedTo(ChronoUnit.MILLIS);
    return new RetryOrder(offer.keys(), new Decision(kind, by, why, now));
  }

  private void checkSeeds() {
    if (request.access().endpoint().family() == ApiFamily.V5) {
      throw new InvalidInputException(
          "--new-seed: v5 documents no seed, and its provider picks another each time;"
              + " leave --new-seed out, or set endpoint.family to v6 or enterprise");
    }
    if (request.jobFile().endpoint().extra().containsKey(Parameter.SEED.label())) {
      throw new InvalidInputException(
          "--new-seed: endpoint.extra sends a seed of its own; remove it there");
    }
  }

  /**
   * After an unfinished --fresh run, continuing it and starting another would both be wrong.
   *
   * @return whether the last run was killed
   */
  private boolean checkRuns(Runs runs) {
    var jobFile = request.jobFile();
    var last =
        runs.last(JobSettings.job(jobFile)).orElseThrow(() -> StateSession.neverRun(jobFile));
    if (last.fresh() && runs.unfinished(last)) {
      throw new InvalidInputException("run " + last.number()
          + " was started with --fresh and did not finish;" + " finish it first: run JOB --fresh");
    }
    return runs.isOpen(last);
  }
}
