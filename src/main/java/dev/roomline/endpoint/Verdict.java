package dev.roomline.endpoint;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Busy;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Closed;
import dev.roomline.domain.RenderOutcome.Door;
import dev.roomline.domain.RenderOutcome.NotSent;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderOutcome.Rendered;
import dev.roomline.domain.RenderOutcome.Spoiled;
import dev.roomline.domain.RenderOutcome.Unsure;
import dev.roomline.domain.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Did we pay? The first rule that fits the answer to a create says so. */
final class Verdict {

  private static final Duration SPAM_PAUSE = Duration.ofSeconds(30);

  private record Rule(Predicate<Answer> when, Function<Answer, RenderOutcome> then) {}

  private final Family family;
  private final List<Rule> rules;

  Verdict(Family family) {
    this.family = family;
    this.rules = List.of(
        new Rule(a -> a.httpIs(3), Verdict::moved),
        new Rule(a -> a.http() == 401 || a.complains(Phrases.KEY), a -> closed(Door.KEY, a)),
        new Rule(a -> a.complains(Phrases.QUOTA), a -> closed(Door.QUOTA, a)),
        new Rule(a -> a.http() == 402 || a.complains(Phrases.CREDIT), a -> closed(Door.CREDIT, a)),
        new Rule(Verdict::wantsAnotherPlan, a -> closed(Door.PLAN, a)),
        new Rule(Verdict::tiresOfThisRequest, a -> new Busy(SPAM_PAUSE, true)),
        new Rule(Verdict::isBusy, a -> new Busy(a.hints().pause(), false)),
        // These say more than a bare 400 does, so they come before it.
        new Rule(a -> a.refuses(Phrases.PHOTO), a -> refused(Cause.PHOTO, a)),
        new Rule(a -> a.refuses(Phrases.CONTENT), a -> refused(Cause.CONTENT, a)),
        new Rule(a -> a.errs(Phrases.MODEL), a -> refused(Cause.MODEL, a)),
        new Rule(Verdict::namesAField, a -> refused(Cause.FIELD, a)),
        new Rule(Verdict::isNoSuchPlace, a -> nothingHere()),
        new Rule(a -> a.is("failed"), a -> new Spoiled(a.reason())),
        // An answer that delivers is believed even from a server that stumbles.
        new Rule(Answer::delivers, a -> new Rendered(a.render())),
        new Rule(a -> a.is("processing") && a.id() != null, Verdict::accepted),
        new Rule(a -> a.http() == 503 || a.errs(Phrases.AWAY), a -> new NotSent(a.reason())),
        new Rule(Verdict::stumbles, Verdict::unsure),
        new Rule(a -> a.status().isEmpty() && a.httpIs(2), Verdict::unsure),
        new Rule(a -> a.is("success") && a.id() != null, Verdict::accepted),
        new Rule(a -> a.is("success"), a -> new Spoiled("success without a picture")),
        new Rule(a -> a.is("processing"), Verdict::unsure),
        new Rule(a -> a.httpIs(2) && !a.is("error") && a.id() != null, Verdict::accepted),
        new Rule(a -> true, a -> refused(Cause.OTHER, a)));
  }

  RenderOutcome of(Answer answer) {
    return rules.stream()
        .filter(rule -> rule.when().test(answer))
        .findFirst()
        .orElseThrow()
        .then()
        .apply(answer);
  }

  private static boolean wantsAnotherPlan(Answer a) {
    // "Rate limit exceeded, upgrade your subscription" is an advertisement.
    return a.http() == 403 || (a.complains(Phrases.PLAN) && !isBusy(a));
  }

  private static boolean tiresOfThisRequest(Answer a) {
    return a.errs() && Phrases.SAME.matcher(a.words().all()).find();
  }

  private static boolean isBusy(Answer a) {
    return a.http() == 429 || a.errs(Phrases.RATE);
  }

  private static boolean namesAField(Answer a) {
    if (a.http() == 400 || a.http() == 422) return true;
    return a.http() < 500 && ((a.errs() && a.words().perField()) || a.errs(Phrases.FIELD));
  }

  private static boolean isNoSuchPlace(Answer a) {
    return a.http() == 404 || a.http() == 405 || a.errs(Phrases.ROUTE);
  }

  private static boolean stumbles(Answer a) {
    return a.http() >= 500 || a.http() < 200 || a.http() == 408 || a.errs(Phrases.BROKEN);
  }

  private static RenderOutcome moved(Answer a) {
    var to = a.hints().location();
    var where = to == null ? "" : " to " + to + "; use --endpoint " + to;
    return new Closed(Door.ADDRESS, "moved" + where);
  }

  private RenderOutcome nothingHere() {
    return new Closed(
        Door.ADDRESS, "no " + family + " here; try --set endpoint.family=" + family.other());
  }

  private static RenderOutcome accepted(Answer a) {
    var id = a.id() == null ? "" : a.id();
    return new Accepted(new Ticket(id, a.hints().fetchResult(), a.hints().eta()));
  }

  private static RenderOutcome closed(Door door, Answer a) {
    return new Closed(door, a.reason());
  }

  private static RenderOutcome refused(Cause cause, Answer a) {
    return new Refused(cause, a.reason());
  }

  private static RenderOutcome unsure(Answer a) {
    var cause = a.http() >= 500 || a.errs() ? Cause.SERVER : Cause.UNANSWERED;
    return new Unsure(cause, "may have been paid: " + a.reason());
  }
}
