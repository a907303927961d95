package dev.roomline.job.session;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.jobfile.JobFile;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.output.OutputMarker;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps a run from paying again for what another state has paid for. That state may be lost or
 * moved, or the command may name the wrong one.
 */
public final class StateMismatchCheck {
  private final Path output;
  private final Path folder;
  private final String endpointId;
  private final boolean costsMoney;
  private final boolean watchful;

  /**
   * @param fresh whether every render is paid for again, whatever another state has paid for
   */
  public StateMismatchCheck(JobFile jobFile, EndpointSettings endpoint, boolean fresh) {
    this.output = jobFile.output();
    this.folder = jobFile.state().toAbsolutePath().normalize();
    this.endpointId = endpoint.id();
    this.costsMoney = !endpoint.sandbox();
    this.watchful = costsMoney && !fresh;
  }

  /**
   * Throws InvalidInputException if a state should be here and is not. It must be called before the
   * state is opened, because opening creates a new one.
   */
  public void checkUnopened() {
    if (!watchful) return;
    // In this order: a first run creates its database before the marker.
    var remembered = OutputMarker.in(output);
    var state = new StateFolder(folder);
    if (state.hasDatabase()) return;
    if (remembered.isPresent()) {
      throw new InvalidInputException(StateMismatchMessages.other(
          output, remembered.get(), "none yet: there is no database in " + folder));
    }
    if (state.hasPictures()) throw new InvalidInputException(StateMismatchMessages.gone(folder));
  }

  /**
   * Throws InvalidInputException if the output was paid for with another state.
   *
   * @return a warning, if the state is an old copy of the one that wrote the output
   */
  public Optional<String> check(Database database, Runs runs) {
    if (!watchful) return Optional.empty();
    var remembered = OutputMarker.in(output);
    if (remembered.isEmpty()) return Optional.empty();
    if (!remembered.get().state().equals(database.id())) {
      throw new InvalidInputException(StateMismatchMessages.other(
          output, remembered.get(), "state " + database.id() + " in " + folder));
    }
    var newest = runs.past().stream().mapToLong(Run.Past::number).max().orElse(0);
    return newest < remembered.get().run()
        ? Optional.of(StateMismatchMessages.older(output, remembered.get(), newest))
        : Optional.empty();
  }

  /** Records in the output folder which state it belongs to, before anything is paid for. */
  public void remember(Database database, Run run) {
    if (!costsMoney) return;
    new OutputMarker(database.id(), folder.toString(), endpointId, run.number()).remember(output);
  }
}
