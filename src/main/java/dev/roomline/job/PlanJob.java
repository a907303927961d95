package dev.roomline.job;

import dev.roomline.endpoint.Family;
import dev.roomline.ledger.Allowance;
import dev.roomline.ledger.Balance;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Runs;
import dev.roomline.ledger.Spent;
import dev.roomline.render.Forecast;
import dev.roomline.render.Forecast.Act;
import dev.roomline.room.Photo;
import dev.roomline.room.RenderKey;
import dev.roomline.room.RoomRow;
import dev.roomline.rows.RoomsFile;
import dev.roomline.state.Database;
import dev.roomline.state.StateFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The verb {@code plan}: checks everything a run would, and buys nothing. */
public final class PlanJob {
  private static final int SHOWN = 10;
  private static final Duration ONE_RENDER = Duration.ofSeconds(9);

  private final RunCommand command;
  private final Set<Long> seen = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private long renders;
  private final Set<String> photos = new HashSet<>();
  private long invalid;
  private long owned;
  private long equal;
  private long toBuy;
  private long held;
  private Spent carried = Spent.NOTHING;
  private long affordable;

  public PlanJob(RunCommand command) {
    this.command = command;
  }

  /**
   * Plans the run.
   *
   * @throws dev.roomline.room.BadInput if sheet or rooms file must be changed first
   * @throws NotStarted if a run holds the state
   */
  public PlanReport plan() throws InterruptedException {
    var sheet = command.sheet();
    Assembly.checkPictures(sheet);
    var file = RoomsFile.check(sheet.rooms().input(), Assembly.rows(sheet, command.counter()));
    var state = new StateFolder(sheet.state());
    new LostState(command).checkUnopened();
    if (!state.hasBooks() || command.fresh()) {
      affordable = allowance().left(new Balance(Instant.EPOCH, carried, Spent.NOTHING));
      count(file, new Outlook(key -> Act.BUY, photo -> false));
    } else {
      try (var lock = Holding.take(state, command.lockWait(), line -> {});
          var books = lock.open(1)) {
        var runs = new Runs(books.source(), command.pulse().clock());
        new LostState(command).check(books, runs).ifPresent(warnings::add);
        var ledger = ledger(books);
        carried = runs.carried(sheet.file().toString());
        affordable = allowance().left(ledger.balance(carried, allowance()));
        count(file, outlook(ledger));
      }
    }
    return new PlanReport(
        file.rows(),
        renders,
        invalid,
        owned,
        equal,
        toBuy,
        held,
        photos.size(),
        expected(),
        warnings(),
        List.copyOf(problems));
  }

  private Outlook outlook(Ledger ledger) {
    var way = command.sheet().uploads().way();
    var uploads = ledger.uploads();
    return new Outlook(
        new Forecast(ledger, Assembly.again(command.sheet()))::of,
        photo -> uploads.find(photo.identity(), way).isPresent());
  }

  private Allowance allowance() {
    return new Allowances(command.sheet(), command.limit()).allowance(carried.renders());
  }

  private List<String> warnings() {
    if (affordable < toBuy) {
      warnings.add("the budget has room for %d of %d renders; the next runs go on from there"
          .formatted(Math.max(0, affordable), toBuy));
    }
    if (command.counter().endpoint().family() == Family.V5) {
      warnings.add(
          "v5's documented sample has 512 x 512 pixels, and many listing services want more:"
              + " checks.min-size marks smaller renders for review");
    }
    return List.copyOf(warnings);
  }

  private Ledger ledger(Database books) {
    var name = command.counter().endpoint().boughtAt();
    return new Ledger(
        books.source(), books.transactions(), name, command.pulse().clock());
  }

  /** What the books know of a render, and whether a photo lies at the endpoint already. */
  private record Outlook(Function<RenderKey, Act> forecast, Predicate<Photo> uploaded) {}

  private void count(RoomsFile file, Outlook outlook) {
    var name = command.counter().endpoint().boughtAt();
    try (var rows = file.open()) {
      for (var row = rows.next(); row != null; row = rows.next()) {
        if (row instanceof RoomRow.Order order) {
          count(RenderKey.of(name, order.request()), order.request().photo(), outlook);
        } else {
          count((RoomRow.Invalid) row);
        }
      }
    }
  }

  private void count(RoomRow.Invalid row) {
    invalid++;
    if (problems.size() < SHOWN) problems.add("row " + row.number() + ": " + row.problem());
  }

  private void count(RenderKey key, Photo photo, Outlook outlook) {
    renders++;
    if (!seen.add(Long.parseUnsignedLong(key.value(), 0, 16, 16))) {
      equal++;
      return;
    }
    switch (outlook.forecast().apply(key)) {
      case BUY -> {
        toBuy++;
        if (photo.url() == null && !outlook.uploaded().test(photo)) photos.add(photo.identity());
      }
      case REUSE -> owned++;
      case HOLD -> held++;
    }
  }

  private Duration expected() {
    var limits = command.sheet().limits();
    var bySlots = ONE_RENDER.multipliedBy(toBuy).dividedBy(limits.inFlight());
    if (limits.requestsPerMinute() == 0) return bySlots;
    var byPace = Duration.ofMinutes(1).multipliedBy(toBuy).dividedBy(limits.requestsPerMinute());
    return bySlots.compareTo(byPace) > 0 ? bySlots : byPace;
  }
}
