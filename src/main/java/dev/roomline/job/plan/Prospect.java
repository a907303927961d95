package dev.roomline.job.plan;

import dev.roomline.domain.Photo;
import dev.roomline.domain.Place;
import dev.roomline.domain.RenderKey;
import dev.roomline.job.session.Allowances;
import dev.roomline.job.session.Assembly;
import dev.roomline.job.session.RunCommand;
import dev.roomline.ledger.Balance;
import dev.roomline.ledger.Lately;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.Runs;
import dev.roomline.ledger.Spent;
import dev.roomline.render.Forecast;
import dev.roomline.render.Forecast.Act;
import dev.roomline.results.ResultTable;
import dev.roomline.rooms.RoomsFile;
import dev.roomline.state.Database;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the next run of a sheet has before it. It asks the books, so they must stay open.
 *
 * @param forecast what it would do about a request
 * @param uploaded whether a photo lies at the endpoint already
 * @param done the lines of a run to be continued that hold for good
 * @param toCollect renders that are paid and not delivered yet
 * @param left how many renders budget and limit have room for
 * @param lately how long the last renders took
 * @param before the lines of the sheet's last run, where they can be compared with today's
 */
record Prospect(
    Function<RenderKey, Act> forecast,
    Predicate<Photo> uploaded,
    BitSet done,
    long toCollect,
    long left,
    List<Duration> lately,
    List<Likeness> before) {

  /** Where there are no books yet. */
  static Prospect ofNothing(RunCommand command) {
    var allowance = new Allowances(command.sheet(), command.limit()).allowance(0);
    var balance = new Balance(command.pulse().clock().instant(), Spent.NOTHING, Spent.NOTHING);
    return new Prospect(
        key -> Act.BUY,
        photo -> false,
        new BitSet(),
        0,
        allowance.left(balance),
        List.of(),
        List.of());
  }

  /** By the books: the next run goes on with the last one, or is a new one. */
  static Prospect of(RunCommand command, RoomsFile file, Database books) {
    var sheet = command.sheet();
    var clock = command.pulse().clock();
    var place = command.counter().endpoint().boughtAt();
    var ledger = new Ledger(books.source(), books.transactions(), place, clock);
    var runs = new Runs(books.source(), clock);
    var continued = runs.unfinished(Assembly.request(command, file));
    var carried = runs.carried(sheet.file().toString());
    var allowance = new Allowances(sheet, command.limit()).allowance(carried.renders());
    var uploads = ledger.uploads();
    return new Prospect(
        forecast(command, ledger, continued),
        photo -> uploads.find(photo.identity(), sheet.uploads().way()).isPresent(),
        continued
            .map(run -> new ResultTable(books.source(), run.number()).done())
            .orElseGet(BitSet::new),
        ledger.accepted().size(),
        allowance.left(ledger.balance(carried, allowance)),
        new Lately(books.source(), place).renders(sheet.limits().patience()),
        command.fresh() ? List.of() : new LastLines(command, books).likenesses());
  }

  private static Function<RenderKey, Act> forecast(
      RunCommand command, Ledger ledger, Optional<Run> continued) {
    var again = Assembly.again(command.sheet());
    if (continued.isPresent()) return new Forecast(ledger, again, continued.get())::of;
    return command.fresh() ? key -> Act.BUY : new Forecast(ledger, again)::of;
  }

  /** What becomes of a line's render; a line that holds for good is not looked at again. */
  Act of(Place place, RenderKey key) {
    var act = forecast.apply(key);
    return act != Act.REUSE && done.get(Math.toIntExact(place.line())) ? Act.HOLD : act;
  }
}
