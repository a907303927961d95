package dev.roomline.endpoint;

import java.util.regex.Pattern;

/**
 * Patterns that classify the provider's messages; underscores count as blanks. "Try again" is in
 * too many messages to mean anything.
 */
final class ProviderPhrases {

  static final Pattern KEY = any(
      "\\b(invalid|missing|incorrect|wrong|expired)\\W+(\\w+\\W+){0,2}api\\W?key",
      "\\binvalid key\\b",
      "\\bapi\\W?key\\b.{0,20}\\b(required|invalid|missing|expired|incorrect|not valid)",
      "\\bkey (field )?is required");
  static final Pattern CREDIT = any(
      "\\b(insufficient|not enough|exhausted|no|out of|low)\\b.{0,20}\\b(credits?|balance|funds)\\b",
      "\\b(credits?|balance|funds)\\b.{0,30}\\b(insufficient|exhausted|not enough|too low|used up)",
      "\\brecharge\\b",
      "\\badd (more )?credits");
  static final Pattern QUOTA = any(
      "\\b(monthly|daily|usage|plan)\\W+(\\w+\\W+)?limit\\b",
      "\\bquota\\b.{0,20}\\b(exceeded|reached|exhausted)");
  static final Pattern PLAN = any("premium", "subscription", "\\bsubscribe\\b");
  static final Pattern RATE = any("rate.?limit", "too many requests", "queued requests");
  static final Pattern SAME = any(
      "\\b(same|identical|duplicate)\\W+(\\w+\\W+)?(requests?|prompts?)\\b",
      "\\brequest (was|has been) (already )?sent (several|multiple|many)\\b");
  static final Pattern PHOTO = any(
      "\\b(unable|failed|not able|could ?n[o']t|can ?n?[o']t)\\b.{0,20}"
          + "\\b(fetch|download|load|access|open|retrieve|reach)\\w*\\b.{0,40}"
          + "\\b(image|photo|picture|url)\\b",
      "\\bimage\\b.{0,40}\\b(not (reachable|accessible)|unreachable|could not be \\w*loaded)\\b");
  static final Pattern CONTENT = any("nsfw", "inappropriate", "prohibited", "violat");
  static final Pattern MODEL = any("\\bmodel\\b.{0,80}\\b(not found|does not exist)");
  static final Pattern FIELD = any("\\brequired\\b", "\\bmust be\\b", "\\bbetween\\b");
  static final Pattern ROUTE = any("\\broute\\b.{0,120}\\bnot (be )?found\\b");
  static final Pattern AWAY = any("temporarily unavailable");
  static final Pattern BROKEN = any("\\bserver error\\b", "\\btime(d )?-?out\\b");
  static final Pattern UNKNOWN_ID = any(
      "\\b(id|request|record|task)\\b.{0,40}\\b(not found|unknown|invalid|does not exist)\\b",
      "\\b(invalid|unknown|no such)\\W+(\\w+\\W+)?(request|id|record|task)\\b");
  static final Pattern NO_IMAGE =
      any("\\b(image|file)\\b.{0,40}\\b(not found|does not exist|already deleted)\\b");

  private ProviderPhrases() {}

  private static Pattern any(String... fragments) {
    return Pattern.compile(String.join("|", fragments), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
