package dev.roomline.job.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Money;
import dev.roomline.job.JobFolder;
import dev.roomline.sandbox.Latency;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

/** Several nights on one state, each of which buys what its plan said. */
class QuotePropertyTest {
  /** Rows that failed before the first of these nights, each in a different way. */
  private static final List<String> TROUBLE = List.of(
      "[sandbox photo 1]", "[sandbox nothing-after 1]", "[sandbox content]", "[sandbox failed]");

  private static final List<String> RIGHT =
      List.of("sofa", "bed", "stove", "bath", "desk", "hall", "loft", "attic", "porch", "cellar");
  private static final List<String> INVALID = List.of(
      "https://photos.example/a.jpg,,7", "https://photos.example/a.jpg,sofa,40", "a.jpg,sofa,7");

  private static SandboxExtension provider;
  private static Path folder;
  private static JobFolder job;
  private static List<String> lastRows = List.of();

  @BeforeContainer
  static void open() throws Exception {
    folder = Files.createTempDirectory("quotes");
    provider = new SandboxExtension();
    var sandboxSettings =
        SandboxExtension.quick().withPictureSize(16).withLatency(Latency.of(Duration.ZERO));
    job = JobFolder.in(folder, provider.open(sandboxSettings));
    job.csv(csv(TROUBLE.stream().map(it -> row("a", it)).toList())).run("retries=0");
  }

  @AfterContainer
  static void close() throws IOException {
    provider.close();
    FileSystemUtils.deleteRecursively(folder);
  }

  /** One night: what its rows are like, and how much it may buy. */
  record Night(
      long seed,
      int rows,
      boolean sameRows,
      int variants,
      int styles,
      boolean resend,
      Integer price,
      Long renders,
      Long money,
      Long limit) {

    boolean plain() {
      return variants == 1 && styles == 0;
    }

    String[] settings() {
      var settings =
          new ArrayList<>(List.of("retries=0", "unsure=" + (resend ? "resend" : "hold")));
      if (variants > 1) settings.add("variants=" + variants);
      for (var n = 0; n < styles; n++) settings.add("styles.s" + n + "={ prompt: \"s" + n + "\" }");
      if (price != null) settings.add("endpoint.price=" + new Money(price));
      if (renders != null) settings.add("budget.renders=" + renders);
      if (money != null && price != null) settings.add("budget.money=" + new Money(money));
      return settings.toArray(String[]::new);
    }
  }

  @Provide
  Arbitrary<Night> nights() {
    var rows = Combinators.combine(
            Arbitraries.longs(), Arbitraries.integers().between(0, 25), Arbitraries.of(false, true))
        .as((seed, count, same) ->
            new Night(seed, count, same, 1, 0, false, null, null, null, null));
    var series = Combinators.combine(
            Arbitraries.of(1, 1, 2), Arbitraries.of(0, 0, 2), Arbitraries.of(false, true))
        .as((variants, styles, resend) ->
            new Night(0, 0, false, variants, styles, resend, null, null, null, null));
    return Combinators.combine(
            rows,
            series,
            Arbitraries.integers().between(0, 40_000).injectNull(0.2),
            Arbitraries.longs().between(0, 12).injectNull(0.6),
            Arbitraries.longs().between(0, 200_000).injectNull(0.6),
            Arbitraries.longs().between(0, 8).injectNull(0.6))
        .as((room, kind, price, renders, money, limit) -> new Night(
            room.seed(),
            room.rows(),
            room.sameRows(),
            kind.variants(),
            kind.styles(),
            kind.resend(),
            price,
            renders,
            money,
            limit));
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void theQuoteIsWhatTheRunThenBuys(@ForAll("nights") Night night) throws Exception {
    if (!night.sameRows() || !night.plain()) lastRows = rows(night);
    job.csv(csv(lastRows));
    var limit = night.limit() == null ? OptionalLong.empty() : OptionalLong.of(night.limit());
    var before = spent();
    var billed = provider.billed();

    var quote = new Planner(job.command(false, limit, night.settings())).plan().quote();
    if (limit.isPresent()) job.limited(night.limit(), night.settings());
    else job.run(night.settings());

    assertThat(provider.billed() - billed).isEqualTo(quote.thisTime());
    if (night.price() != null) assertThat(spent().minus(before)).isEqualTo(quote.cost());
  }

  private static List<String> rows(Night night) {
    var chance = new Random(night.seed());
    var rows = new ArrayList<String>();
    for (var n = 0; n < night.rows(); n++) {
      rows.add(
          chance.nextInt(6) == 0
              ? INVALID.get(chance.nextInt(INVALID.size()))
              : row(
                  chance.nextBoolean() ? "a" : "b?Expires=" + chance.nextInt(),
                  RIGHT.get(chance.nextInt(RIGHT.size())) + chance.nextInt(3)));
    }
    // In a style or a variant they would be new renders, and fail again.
    if (night.plain()) for (var it : TROUBLE) if (chance.nextBoolean()) rows.add(row("a", it));
    Collections.shuffle(rows, chance);
    return rows;
  }

  private static String row(String photo, String prompt) {
    return "https://photos.example/" + photo + "," + prompt + ",7";
  }

  private static String csv(List<String> rows) {
    return "init_image,prompt,guidance_scale\n" + String.join("\n", rows) + "\n";
  }

  private static Money spent() throws InterruptedException {
    return Money.of(job.queryState(
        it -> it.sql("select coalesce(sum(price), 0) from render_ledger where state <> 'REFUSED'")
            .query(BigDecimal.class)
            .single()));
  }
}
