package dev.roomline.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Payment;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Charge;
import dev.roomline.domain.ResultStatus;
import dev.roomline.ledger.PurchaseMeaning;
import dev.roomline.ledger.PurchaseMeaning.Category;
import dev.roomline.ledger.PurchaseState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the code with the tables of {@code src/docs/ledger.md}. */
class RowMeaningTest {
  private static final Path PAGE = Path.of("src/docs/ledger.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  static List<Map<String, String>> meanings() throws IOException {
    return MarkdownTable.under("## What a purchase means", PAGE);
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void meansWhatTheTableSays(Map<String, String> row) {
    for (var purchase : PurchaseCase.of(row)) {
      for (var known : purchase.meanings()) {
        var meaning = new RowMeaning(known);
        assertThat(meaning.status().text())
            .as("%s", purchase)
            .isEqualTo(code(row, "row's `status`"));
        assertThat(paid(known.paid())).as("%s", purchase).isEqualTo(row.get("paid?"));
        assertThat(text(meaning.cause())).as("%s", purchase).isEqualTo(cause(row, known));
        assertThat(yes(meaning.mayBeRetried()))
            .as("%s", purchase)
            .isEqualTo(row.get("`retry` may buy it"));
        assertThat(yes(meaning.mayBeDecided()))
            .as("%s", purchase)
            .isEqualTo(row.get("`resolve` may decide"));
      }
    }
  }

  @Test
  void theTableNamesEachCaseOnce() throws IOException {
    assertThat(meanings().stream().flatMap(row -> PurchaseCase.of(row).stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theTableHasWhateverADecisionOrADownloadCanMakeOfACase() throws IOException {
    var cases = meanings().stream()
        .flatMap(row -> PurchaseCase.of(row).stream())
        .collect(Collectors.toSet());

    assertThat(cases).containsAll(cases.stream().flatMap(PurchaseCase::next).toList());
  }

  @Test
  void theTableHasEveryStateAndEveryKindOfMeaning() throws IOException {
    var cases =
        meanings().stream().flatMap(row -> PurchaseCase.of(row).stream()).toList();

    assertThat(cases.stream().map(PurchaseCase::state))
        .containsAll(Arrays.stream(PurchaseState.values()).map(Enum::name).toList());
    assertThat(cases.stream().flatMap(it -> it.meanings().stream()).map(PurchaseMeaning::kind))
        .contains(Category.values());
  }

  static List<Map<String, String>> decisionsAboutUnsure() throws IOException {
    return MarkdownTable.under("## Decisions about UNSURE", PAGE);
  }

  @ParameterizedTest
  @MethodSource("decisionsAboutUnsure")
  void aDecisionAboutUnsureMeansWhatItsTableSays(Map<String, String> row) {
    var state = firstWord(row, "state");
    var pictures = state.equals("RENDERED") ? "missing" : PurchaseCase.NONE;
    var decided = new PurchaseCase(state, pictures, firstWord(row, "`judgement`"));

    assertThat(decided.meanings()).allSatisfy(known -> {
      var status = new RowMeaning(known).status();
      assertThat(status.text()).isEqualTo(code(row, "row's `status`"));
      if (row.get("row's `status`").endsWith(", paid")) {
        assertThat(known.paid()).isEqualTo(Charge.YES);
      }
      assertThat(status == ResultStatus.NOT_BOUGHT)
          .isNotEqualTo(row.get("bought again?").equals("no"));
    });
  }

  static List<Map<String, String>> outcomes() throws IOException {
    return MarkdownTable.under("## Outcomes, sorted by one question: did we pay?", PAGE);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void anOutcomeMeansWhatItsTableSays(Map<String, String> row) {
    var state =
        row.get("ledger").equals("claim given back") ? row.get("ledger") : firstWord(row, "ledger");
    var pictures = state.equals("RENDERED") ? "kept" : PurchaseCase.NONE;
    var ended = new PurchaseCase(state, pictures, PurchaseCase.NONE)
        .meanings().stream()
            .filter(it -> it.outcome().getClass().getSimpleName().equals(code(row, "outcome")))
            .toList();

    assertThat(ended).isNotEmpty().allSatisfy(known -> {
      assertThat(paid(known.outcome().paid())).isEqualTo(row.get("paid?"));
      if (!row.get("row's `status`").equals("–")) {
        assertThat(new RowMeaning(known).status().text()).isEqualTo(code(row, "row's `status`"));
      }
    });
  }

  static List<Map<String, String>> pictures() throws IOException {
    return MarkdownTable.under("## Pictures", PAGE);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void picturesMeanWhatTheirTableSays(Map<String, String> row) {
    var statuses = CODE.matcher(row.get("row's `status`"));
    var pictures = row.get("`pictures`").equals("null")
        ? row.get("`gone`").equals("true") ? "gone" : "missing"
        : "kept";

    assertThat(statuses.find()).isTrue();
    assertThat(status(pictures)).isEqualTo(statuses.group(1));
    if (pictures.equals("kept")) {
      assertThat(statuses.find()).isTrue();
      assertThat(status("to review")).isEqualTo(statuses.group(1));
    }
  }

  static List<Map<String, String>> budgets() throws IOException {
    return MarkdownTable.under("## Budget", PAGE);
  }

  @ParameterizedTest
  @MethodSource("budgets")
  void theBudgetHasBackWhatItsTableSays(Map<String, String> row) {
    var states = Arrays.stream(PurchaseState.values())
        .filter(it -> it != PurchaseState.SENDING && row.get("the line goes").contains(it.name()))
        .toList();

    assertThat(states)
        .isNotEmpty()
        .allSatisfy(state -> assertThat(state.paid() == Charge.NO)
            .isEqualTo(row.get("the budget").startsWith("gets it back")));
  }

  @Test
  void aStatesPaymentIsThatOfItsOutcomes() {
    for (var state : PurchaseState.values()) {
      var pictures = state == PurchaseState.RENDERED ? "kept" : PurchaseCase.NONE;
      assertThat(new PurchaseCase(state.name(), pictures, PurchaseCase.NONE).meanings())
          .allSatisfy(it -> assertThat(it.outcome().paid()).isEqualTo(state.paid()));
    }
  }

  @Test
  void whatThisRunPaidForThisLineIsBought() {
    var paid = new RowMeaning(new PurchaseCase("ACCEPTED", PurchaseCase.NONE, PurchaseCase.NONE)
        .meanings()
        .get(0));

    assertThat(paid.payment(true)).isEqualTo(Payment.BOUGHT);
    assertThat(paid.payment(false)).isEqualTo(Payment.REUSED);
  }

  private static String status(String pictures) {
    var purchase = new PurchaseCase("RENDERED", pictures, PurchaseCase.NONE);
    return new RowMeaning(purchase.meanings().get(0)).status().text();
  }

  /** The answers that a {@link PurchaseCase} stands for carry a cause of their own. */
  private static String cause(Map<String, String> row, PurchaseMeaning known) {
    if (!row.get("cause").equals("as answered")) {
      return row.get("cause").equals("–") ? "" : code(row, "cause");
    }
    return known
        .outcome()
        .match(
            rendered -> "none",
            accepted -> "none",
            refused -> refused.cause().text(),
            busy -> "busy",
            notSent -> notSent.cause().text(),
            endpointUnusable -> endpointUnusable.cause().text(),
            failed -> "none",
            unsure -> unsure.cause().text());
  }

  private static String text(@Nullable Cause cause) {
    return cause == null ? "" : cause.text();
  }

  private static String paid(Charge charge) {
    return charge.name().toLowerCase(Locale.ROOT);
  }

  private static String yes(boolean answer) {
    return answer ? "yes" : "no";
  }

  private static String code(Map<String, String> row, String column) {
    var code = CODE.matcher(row.get(column));
    if (!code.find()) throw new AssertionError("no `code` in " + column + " of " + row);
    return code.group(1);
  }

  private static String firstWord(Map<String, String> row, String column) {
    return row.get(column).split("[ ,]")[0];
  }
}
