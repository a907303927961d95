package dev.roomline.job.doctor;

import dev.roomline.domain.Money;
import dev.roomline.domain.Quantity;
import dev.roomline.endpoint.AccountReply;
import dev.roomline.endpoint.AccountReply.Answered;
import dev.roomline.endpoint.AccountReply.KeyRefused;
import dev.roomline.endpoint.AccountReply.Moved;
import dev.roomline.endpoint.AccountReply.NotAnswered;
import dev.roomline.endpoint.AccountReply.Reply;
import dev.roomline.endpoint.AccountReply.Unreachable;
import dev.roomline.endpoint.ApiFamily;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.endpoint.Wallet;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.doctor.AccountCheck.Answers;
import dev.roomline.jobfile.JobFile;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the answers to free requests say about an account. */
record AccountFindings(JobFile jobFile, EndpointSettings endpoint, Answers answers) {
  private static final String ANOTHER_KEY =
      "set ROOMLINE_API_KEY, or the file that ROOMLINE_API_KEY_FILE names, to a key of this account";
  private static final Duration SKEW = Duration.ofMinutes(2);
  /** How many renders the provider's plans queue. */
  private static final List<Integer> PLANS = List.of(5, 10, 15);
  /** How many the largest plan queues. */
  static final int MOST_QUEUED = Collections.max(PLANS);

  List<Finding> key(ApiKey key) {
    if (first(Answered.class).isPresent()) {
      var which = key.isEmpty() ? "none set, and none needed" : "accepted";
      return List.of(Finding.well("key", which));
    }
    var refused = first(KeyRefused.class).map(Reply::reason);
    if (refused.isEmpty() && first(NotAnswered.class).isEmpty()) {
      return List.of(Finding.well("key", key.isEmpty() ? "none set" : "set, but not checked"));
    }
    if (refused.isEmpty()) {
      return List.of(Finding.look(
          "key",
          "not known whether it is accepted",
          "pay for one render to find out: run JOB --limit 1"));
    }
    // Enterprise has a key of its own, which the account API may not know.
    return List.of(
        endpoint.family() == ApiFamily.ENTERPRISE
            ? Finding.look("key", "refused by the account API: " + refused.get(), ANOTHER_KEY)
            : Finding.stops("key", ExitCode.ACCOUNT, "refused: " + refused.get(), ANOTHER_KEY));
  }

  Finding reached() {
    var away = answers.all().allMatch(it -> it.reply() instanceof Unreachable);
    if (away) {
      return Finding.stops(
          "endpoint",
          ExitCode.ENDPOINT,
          endpoint.origin() + " does not answer: " + answers.wallet().reply().reason(),
          "check that it can be reached from here, or try again later");
    }
    var moved = first(Moved.class);
    return moved.isPresent() && first(Answered.class).isEmpty()
        ? Finding.stops(
            "endpoint", ExitCode.USAGE, moved.get().reason(), "correct endpoint.url (--endpoint)")
        : Finding.well("endpoint", endpoint.origin() + " answers; family " + endpoint.family());
  }

  List<Finding> wallet() {
    var told = answers.wallet().value();
    if (told.isEmpty()) return notAnswered("wallet", answers.wallet());
    var price = jobFile.endpoint().price();
    var text = holds(told.get(), price);
    var least = price == null ? Money.NONE : price;
    var empty =
        told.get().balance().compareTo(least) < 0 || told.get().balance().isNone();
    return List.of(
        empty
            ? Finding.look(
                "wallet", text, "add credit at the provider, unless the plan covers renders")
            : Finding.well("wallet", text));
  }

  private static String holds(Wallet wallet, @Nullable Money price) {
    var balance = (wallet.balance() + " " + wallet.currency()).strip();
    if (price == null || price.isNone()) return balance;
    var renders = Math.max(0, wallet.balance().micros() / price.micros());
    return balance + ", enough for " + Quantity.of(renders, "render") + " at " + price;
  }

  List<Finding> queue() {
    var told = answers.queue().value();
    if (told.isEmpty()) return notAnswered("queue", answers.queue());
    var queued = told.get();
    var wanted = jobFile.limits().inFlight();
    var plan = PLANS.stream().filter(it -> it >= wanted).findFirst();
    var text = Quantity.of(queued, "render") + " queued there now; limits.in-flight is " + wanted;
    if (plan.isEmpty()) return List.of(Finding.well("queue", text));
    if (wanted > PLANS.get(0)) text += ", which needs a plan that queues " + plan.get();
    if (queued == 0 || queued + wanted <= plan.get()) return List.of(Finding.well("queue", text));
    return List.of(
        Finding.look("queue", text, "wait until they are done, or lower limits.in-flight"));
  }

  /** Empty if no answer tells the time. */
  Optional<Finding> clock(Clock clock) {
    return answers
        .all()
        .flatMap(it -> it.date().stream())
        .findFirst()
        .map(theirs -> Duration.between(theirs, clock.instant()))
        .map(AccountFindings::skewed);
  }

  private static Finding skewed(Duration ahead) {
    var off = ahead.abs();
    if (off.compareTo(SKEW) <= 0) return Finding.well("clock", "agrees with the endpoint's");
    var text = "%d min %s the endpoint's"
        .formatted(off.toMinutes(), ahead.isNegative() ? "behind" : "ahead of");
    return Finding.look(
        "clock",
        text,
        "set this machine's clock (timedatectl set-ntp true): signed links and time windows"
            + " depend on it");
  }

  /** Tells that the account API does not answer this; other failures have their own finding. */
  private static List<Finding> notAnswered(String what, AccountReply<?> asked) {
    return asked.reply() instanceof NotAnswered<?> notAnswered
        ? List.of(Finding.well(what, "not available: " + notAnswered.reason()))
        : List.of();
  }

  private Optional<Reply<?>> first(Class<?> kind) {
    return answers
        .all()
        .<Reply<?>>map(AccountReply::reply)
        .filter(kind::isInstance)
        .findFirst();
  }
}
