package dev.roomline.job.session;

import dev.roomline.domain.BadInput;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.output.BoughtWith;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps a run from paying again for what another state has paid for: one that was lost, moved, or
 * is not the one named.
 */
public final class LostState {
  private final Path output;
  private final Path folder;
  private final String boughtAt;
  private final boolean costsMoney;
  private final boolean watchful;

  public LostState(RunCommand command) {
    var sheet = command.sheet();
    var endpoint = command.counter().endpoint();
    this.output = sheet.output();
    this.folder = sheet.state().toAbsolutePath().normalize();
    this.boughtAt = endpoint.boughtAt();
    this.costsMoney = !endpoint.sandbox();
    this.watchful = costsMoney && !command.fresh();
  }

  /** Throws BadInput if a state was here, or should be, and is not; opening would make a new one. */
  public void checkUnopened() {
    if (!watchful) return;
    // In this order: a first run that begins just now makes its books before it is remembered.
    var remembered = BoughtWith.in(output);
    var state = new StateFolder(folder);
    if (state.hasBooks()) return;
    if (remembered.isPresent()) {
      throw new BadInput(WhichState.other(
          output, remembered.get(), "none yet: there is no database in " + folder));
    }
    if (state.hasPictures()) throw new BadInput(WhichState.gone(folder));
  }

  /**
   * Throws BadInput if the output was bought with another state.
   *
   * @return a warning, if the state is an old copy of the one that bought the output
   */
  public Optional<String> check(Database books, Runs runs) {
    if (!watchful) return Optional.empty();
    var remembered = BoughtWith.in(output);
    if (remembered.isEmpty()) return Optional.empty();
    if (!remembered.get().state().equals(books.id())) {
      throw new BadInput(
          WhichState.other(output, remembered.get(), "state " + books.id() + " in " + folder));
    }
    var newest = runs.past().stream().mapToLong(Run.Past::number).max().orElse(0);
    return newest < remembered.get().run()
        ? Optional.of(WhichState.older(output, remembered.get(), newest))
        : Optional.empty();
  }

  /** Lets the output folder remember who buys it, before anything is bought. */
  public void remember(Database books, Run run) {
    if (!costsMoney) return;
    new BoughtWith(books.id(), folder.toString(), boughtAt, run.number()).remember(output);
  }
}
