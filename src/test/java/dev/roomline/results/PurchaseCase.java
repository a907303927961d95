package dev.roomline.results;

import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.PictureStatus.Gone;
import dev.roomline.domain.PictureStatus.Kept;
import dev.roomline.domain.PictureStatus.Missing;
import dev.roomline.domain.Render;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.EndpointUnusable;
import dev.roomline.domain.RenderOutcome.Failed;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.RenderTicket;
import dev.roomline.ledger.Decision;
import dev.roomline.ledger.Decision.Kind;
import dev.roomline.ledger.PurchaseMeaning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case of the table "What a purchase means", in the words of that table.
 *
 * @param pictures {@code –}, {@code missing}, {@code gone}, {@code kept} or {@code to review}
 * @param decision {@code –} or a decision's name
 */
record PurchaseCase(String state, String pictures, String decision) {
  static final String NONE = "–";

  /** Every case that a row of the table names. */
  static List<PurchaseCase> of(Map<String, String> row) {
    var cases = new ArrayList<PurchaseCase>();
    for (var state : row.get("state").split(", ")) {
      for (var pictures : row.get("pictures").split(", ")) {
        for (var decision : row.get("decision").split(", ")) {
          cases.add(new PurchaseCase(state, pictures, decision));
        }
      }
    }
    return cases;
  }

  /** The cases that people and runs can make of it, as the guards of the ledger let them. */
  Stream<PurchaseCase> next() {
    var next = new ArrayList<PurchaseCase>();
    for (var meaning : meanings()) {
      if (meaning.isRetryable()) {
        next.add(new PurchaseCase(state, pictures, "RETRY"));
        next.add(new PurchaseCase(state, pictures, "RETRY_NEW_SEED"));
      }
      if (meaning.isDecidable()) {
        for (var decision : List.of("NOT_PAID", "PAID_ELSEWHERE", "GIVEN_UP")) {
          next.add(new PurchaseCase("UNSURE", NONE, decision));
        }
        next.add(new PurchaseCase("RENDERED", "missing", "PAID_ELSEWHERE"));
      }
      if (meaning.hasPictures()) {
        next.add(new PurchaseCase(state, pictures, "ACCEPTED"));
        next.add(new PurchaseCase(state, pictures, "REJECTED"));
      }
    }
    var fetched = state.equals("RENDERED")
        && (decision.equals(NONE)
            || decision.equals("ACCEPTED")
            || decision.equals("PAID_ELSEWHERE"));
    if (fetched) {
      for (var now : List.of("missing", "gone", "kept", "to review")) {
        next.add(new PurchaseCase(state, now, decision));
      }
    }
    return next.stream();
  }

  /** What it means; several if several outcomes end so. */
  List<PurchaseMeaning> meanings() {
    return outcomes().stream()
        .map(outcome -> new PurchaseMeaning(outcome, keeping(), judgement()))
        .toList();
  }

  private List<RenderOutcome> outcomes() {
    return switch (state) {
      case "RENDERED" ->
        List.of(new Rendered(
            new Render(List.of("https://a.example/1.png"), List.of(), 1L, "m", "7", 1.0, "{}")));
      case "ACCEPTED" -> List.of(new Accepted(new RenderTicket("7", null, Duration.ZERO)));
      case "REFUSED" -> List.of(new Refused(Cause.CONTENT, "no"), new Refused(Cause.PHOTO, "gone"));
      case "SPOILED" -> List.of(new Failed("failed"));
      case "SENDING" -> List.of(new Unsure("sent, and not answered yet"));
      case "UNSURE" -> List.of(new Unsure("time-out"), new Unsure(Cause.SERVER, "HTTP 500"));
      case "claim given back" ->
        List.of(
            new Busy(Duration.ZERO, false),
            new NotSent("HTTP 503"),
            new EndpointUnusable(Cause.CREDIT, "no credit"));
      default -> throw new AssertionError("no such state: " + state);
    };
  }

  private @Nullable PictureStatus keeping() {
    return switch (pictures) {
      case NONE -> null;
      case "missing" -> new Missing("not fetched yet");
      case "gone" -> new Gone("HTTP 404");
      case "kept" -> new Kept(List.of(), null, true, List.of());
      case "to review" -> new Kept(List.of(), null, true, List.of("blank"));
      default -> throw new AssertionError("no such pictures: " + pictures);
    };
  }

  private @Nullable Decision judgement() {
    return decision.equals(NONE)
        ? null
        : new Decision(Kind.valueOf(decision), "anna", "", Instant.EPOCH);
  }
}
