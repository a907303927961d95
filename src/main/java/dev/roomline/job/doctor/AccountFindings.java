package dev.roomline.job.doctor;

import dev.roomline.domain.Money;
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

/** What the answers to free questions say of an account. */
record AccountFindings(JobFile jobFile, EndpointSettings endpoint, Answers answers) {
  private static final String ANOTHER_KEY =
      "set ROOMLINE_API_KEY, or the file ROOMLINE_API_KEY_FILE names, to a key of this account";
  private static final Duration SKEW = Duration.ofMinutes(2);
  /** What the provider's plans queue. */
  private static final List<Integer> PLANS = List.of(5, 10, 15);
  /** What the largest of them queues. */
  static final int MOST_QUEUED = Collections.max(PLANS);

  List<Finding> key(ApiKey key) {
    if (first(Answered.class).isPresent()) {
      var which = key.isEmpty() ? "none is set, and none is wanted" : "accepted";
      return List.of(Finding.well("key", which));
    }
    var refused = first(KeyRefused.class).map(Reply::reason);
    if (refused.isEmpty() && first(NotAnswered.class).isEmpty()) {
      return List.of(
          Finding.well("key", key.isEmpty() ? "none is set" : "set, and not judged yet"));
    }
    if (refused.isEmpty()) {
      return List.of(Finding.look(
          "key", "whether it is accepted cannot be told", "buy one render: run JOB --limit 1"));
    }
    // Enterprise has a key of its own, which other doors may not know.
    return List.of(
        endpoint.family() == ApiFamily.ENTERPRISE
            ? Finding.look(
                "key", "refused where the account is asked: " + refused.get(), ANOTHER_KEY)
            : Finding.stops("key", ExitCode.ACCOUNT, "refused: " + refused.get(), ANOTHER_KEY));
  }

  Finding reached() {
    var away = answers.all().allMatch(it -> it.reply() instanceof Unreachable);
    if (away) {
      return Finding.stops(
          "endpoint",
          ExitCode.ENDPOINT,
          endpoint.origin() + " does not answer: " + answers.wallet().reply().reason(),
          "see that it can be reached from here, or come back later");
    }
    var moved = first(Moved.class);
    return moved.isPresent() && first(Answered.class).isEmpty()
        ? Finding.stops(
            "endpoint", ExitCode.USAGE, moved.get().reason(), "correct endpoint.url (--endpoint)")
        : Finding.well("endpoint", endpoint.origin() + " answers; family " + endpoint.family());
  }

  List<Finding> wallet() {
    var told = answers.wallet().value();
    if (told.isEmpty()) return untold("wallet", answers.wallet());
    var price = jobFile.endpoint().price();
    var words = holds(told.get(), price);
    var least = price == null ? Money.NONE : price;
    var empty =
        told.get().balance().compareTo(least) < 0 || told.get().balance().isNone();
    return List.of(
        empty
            ? Finding.look("wallet", words, "add credit at the provider, unless a plan pays")
            : Finding.well("wallet", words));
  }

  private static String holds(Wallet wallet, @Nullable Money price) {
    var words = (wallet.balance() + " " + wallet.currency()).strip();
    if (price == null || price.isNone()) return words;
    var renders = Math.max(0, wallet.balance().micros() / price.micros());
    return words + ", good for " + renders + " renders at " + price;
  }

  List<Finding> queue() {
    var told = answers.queue().value();
    if (told.isEmpty()) return untold("queue", answers.queue());
    var queued = told.get();
    var wanted = jobFile.limits().inFlight();
    var plan = PLANS.stream().filter(it -> it >= wanted).findFirst();
    var words = queued + " queued there now; limits.in-flight is " + wanted;
    if (plan.isEmpty()) return List.of(Finding.well("queue", words));
    if (wanted > PLANS.get(0)) words += ", for a plan that queues " + plan.get();
    if (queued == 0 || queued + wanted <= plan.get()) return List.of(Finding.well("queue", words));
    return List.of(Finding.look(
        "queue",
        words,
        "wait until they are done, or leave them room with a smaller limits.in-flight"));
  }

  /** Empty if nobody says what time it is. */
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
    if (off.compareTo(SKEW) <= 0) return Finding.well("clock", "as the endpoint's");
    var words = "%d min %s the endpoint's"
        .formatted(off.toMinutes(), ahead.isNegative() ? "behind" : "ahead of");
    return Finding.look(
        "clock",
        words,
        "set this machine's clock (timedatectl set-ntp true): signed links and time windows go by"
            + " it");
  }

  /** What has a finding of its own is not told again. */
  private static List<Finding> untold(String what, AccountReply<?> asked) {
    return asked.reply() instanceof NotAnswered<?> notAnswered
        ? List.of(Finding.well(what, "not told here: " + notAnswered.reason()))
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
