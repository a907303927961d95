package dev.roomline.endpoint;

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
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Classifies an answer by whether it was paid; the first rule that fits decides. */
final class ResponseClassifier {

  private static final Duration SPAM_PAUSE = Duration.ofSeconds(30);
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private record Rule(
      Predicate<ProviderResponse> when, Function<ProviderResponse, RenderOutcome> then) {}

  private final ApiFamily family;
  private final List<Rule> rules;

  ResponseClassifier(ApiFamily family) {
    this.family = family;
    this.rules = List.of(
        new Rule(a -> a.httpIs(3), ResponseClassifier::moved),
        new Rule(ResponseClassifier::broke, ResponseClassifier::afterBreaking),
        new Rule(
            a -> a.http() == 401 || a.complains(ProviderPhrases.KEY), a -> unusable(Cause.KEY, a)),
        new Rule(a -> a.complains(ProviderPhrases.QUOTA), a -> unusable(Cause.QUOTA, a)),
        new Rule(
            a -> a.http() == 402 || a.complains(ProviderPhrases.CREDIT),
            a -> unusable(Cause.CREDIT, a)),
        new Rule(ResponseClassifier::wantsAnotherPlan, a -> unusable(Cause.PLAN, a)),
        new Rule(ResponseClassifier::tiresOfThisRequest, a -> new Busy(SPAM_PAUSE, true)),
        new Rule(ResponseClassifier::isBusy, a -> new Busy(a.hints().pause(), false)),
        // These say more than a bare 400 does, so they come before it.
        new Rule(a -> a.refuses(ProviderPhrases.PHOTO), a -> refused(Cause.PHOTO, a)),
        new Rule(a -> a.refuses(ProviderPhrases.CONTENT), a -> refused(Cause.CONTENT, a)),
        new Rule(a -> a.errs(ProviderPhrases.MODEL), a -> refused(Cause.MODEL, a)),
        new Rule(ResponseClassifier::namesAField, a -> refused(Cause.FIELD, a)),
        new Rule(ResponseClassifier::isNoSuchPlace, a -> nothingHere()),
        new Rule(a -> a.is("failed"), a -> new Failed(a.reason())),
        new Rule(ProviderResponse::delivers, a -> new Rendered(a.render())),
        new Rule(a -> a.is("processing") && a.id() != null, ResponseClassifier::accepted),
        new Rule(
            a -> a.http() == 503 || a.errs(ProviderPhrases.AWAY), a -> new NotSent(a.reason())),
        new Rule(a -> a.errs(ProviderPhrases.BROKEN), ResponseClassifier::unsure),
        new Rule(a -> a.status().isEmpty() && a.httpIs(2), ResponseClassifier::unsure),
        new Rule(a -> a.is("success") && a.id() != null, ResponseClassifier::accepted),
        new Rule(a -> a.is("success"), a -> new Failed("success without a picture")),
        new Rule(a -> a.is("processing"), ResponseClassifier::unsure),
        new Rule(
            a -> a.httpIs(2) && !a.is("error") && a.id() != null, ResponseClassifier::accepted),
        new Rule(a -> true, a -> refused(Cause.OTHER, a)));
  }

  RenderOutcome of(ProviderResponse response) {
    return rules.stream()
        .filter(rule -> rule.when().test(response))
        .findFirst()
        .orElseThrow()
        .then()
        .apply(response);
  }

  private static boolean wantsAnotherPlan(ProviderResponse a) {
    // "Rate limit exceeded, upgrade your subscription" is an advertisement.
    return a.http() == 403 || (a.complains(ProviderPhrases.PLAN) && !isBusy(a));
  }

  private static boolean tiresOfThisRequest(ProviderResponse a) {
    return a.errs() && ProviderPhrases.SAME.matcher(a.message().all()).find();
  }

  private static boolean isBusy(ProviderResponse a) {
    return a.http() == 429 || a.errs(ProviderPhrases.RATE);
  }

  private static boolean namesAField(ProviderResponse a) {
    if (a.http() == 400 || a.http() == 422) return true;
    return a.http() < 500
        && ((a.errs() && a.message().perField()) || a.errs(ProviderPhrases.FIELD));
  }

  private static boolean isNoSuchPlace(ProviderResponse a) {
    return a.http() == 404 || a.http() == 405 || a.errs(ProviderPhrases.ROUTE);
  }

  /**
   * A server or proxy broke off, perhaps after the render was begun; its message proves nothing. Only
   * a 503 that comes at once, as the provider's own JSON, is judged by its message.
   */
  private static boolean broke(ProviderResponse a) {
    if (a.http() == 503) return !a.is("error") || a.took().compareTo(AT_ONCE) > 0;
    return a.http() >= 500 || a.http() < 200 || a.http() == 408;
  }

  /** What it delivers or accepts is believed all the same. */
  private static RenderOutcome afterBreaking(ProviderResponse a) {
    if (a.delivers()) return new Rendered(a.render());
    var accepted = (a.is("processing") || a.is("success")) && a.id() != null;
    return accepted ? accepted(a) : unsure(a);
  }

  private static RenderOutcome moved(ProviderResponse a) {
    var to = a.hints().location();
    var where = to == null ? "" : " to " + to + "; use --endpoint " + to;
    return new EndpointUnusable(Cause.ADDRESS, "moved" + where);
  }

  private RenderOutcome nothingHere() {
    return new EndpointUnusable(
        Cause.ADDRESS,
        family + " is not available at this address; try --set endpoint.family=" + family.other());
  }

  private static RenderOutcome accepted(ProviderResponse a) {
    var id = a.id() == null ? "" : a.id();
    return new Accepted(new RenderTicket(id, a.hints().fetchResult(), a.hints().eta()));
  }

  private static RenderOutcome unusable(Cause cause, ProviderResponse a) {
    return new EndpointUnusable(cause, a.reason());
  }

  private static RenderOutcome refused(Cause cause, ProviderResponse a) {
    return new Refused(cause, a.reason());
  }

  private static RenderOutcome unsure(ProviderResponse a) {
    var cause = a.http() >= 500 || a.errs() ? Cause.SERVER : Cause.UNANSWERED;
    return new Unsure(cause, "may have been charged: " + a.reason());
  }
}
