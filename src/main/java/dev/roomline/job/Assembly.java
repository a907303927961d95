package dev.roomline.job;

import dev.roomline.endpoint.Family;
import dev.roomline.ledger.Run;
import dev.roomline.render.RenderSettings;
import dev.roomline.render.RenderSettings.Again;
import dev.roomline.render.RenderSettings.Budget;
import dev.roomline.render.RenderSettings.Limits;
import dev.roomline.rows.RoomsFile;
import dev.roomline.rows.RowSettings;
import dev.roomline.sheet.JobSheet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** What each room needs to know of the sheet, and no more. */
final class Assembly {
  private Assembly() {}

  static RowSettings rows(JobSheet sheet, Counter counter) {
    var rooms = sheet.rooms();
    return new RowSettings(
        rooms.defaults(),
        sheet.endpoint().extra(),
        counter.photos(),
        rooms.charset(),
        rooms.delimiter(),
        counter.endpoint().family() == Family.V5);
  }

  static RenderSettings render(RunCommand command, Run run) {
    var limits = command.sheet().limits();
    return new RenderSettings(
        new Limits(limits.requestsPerMinute(), limits.burst(), limits.inFlight()),
        limits.patience(),
        again(command.sheet()),
        budget(command, run),
        command.pulse().waits());
  }

  static Again again(JobSheet sheet) {
    return new Again(sheet.spending().retries(), sheet.spending().resend());
  }

  private static Budget budget(RunCommand command, Run run) {
    var budget = command.sheet().spending().budget().orElse(Long.MAX_VALUE);
    if (command.limit().isPresent() && command.limit().getAsLong() < budget - run.spent()) {
      var limit = command.limit().getAsLong();
      return new Budget(run.spent() + limit, "--limit " + limit + " is reached");
    }
    return new Budget(budget, "budget.renders: " + budget + " is reached");
  }

  static Run.Request request(RunCommand command, RoomsFile file) {
    var sheet = command.sheet();
    var shape = List.of(
        command.counter().endpoint().boughtAt(),
        Objects.toString(sheet.rooms().photos()),
        sheet.rooms().defaults(),
        sheet.endpoint().extra());
    return new Run.Request(
        sheet.file().toString(),
        sheet.rooms().input().toString(),
        file.digest(),
        sha256(shape.toString()),
        command.fresh());
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
