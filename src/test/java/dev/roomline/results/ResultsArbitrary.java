package dev.roomline.results;

import dev.roomline.domain.Payment;
import dev.roomline.domain.Render;
import dev.roomline.domain.ResultPosition;
import dev.roomline.domain.ResultStatus;
import dev.roomline.rooms.HostileTexts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A table of rooms with a header, and a provider's answers for them. */
public record ResultsArbitrary(
    char delimiter, boolean bom, List<List<String>> table, List<String> providerTexts) {

  public static Arbitrary<ResultsArbitrary> any() {
    var tables = HostileTexts.tables()
        .map(table -> table.stream()
            .map(row -> row.stream().map(ResultsArbitrary::utf8).toList())
            .toList());
    var provider = HostileTexts.cells().map(ResultsArbitrary::utf8).list().ofSize(40);
    return Combinators.combine(
            Arbitraries.of(',', ';', '\t', '|'), Arbitraries.of(true, false), tables, provider)
        .as(ResultsArbitrary::new);
  }

  private static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  public CsvLayout layout() {
    return new CsvLayout(table.get(0), delimiter, bom);
  }

  public List<List<String>> rooms() {
    return table.subList(1, table.size());
  }

  /** Two lines of each room, with texts of the provider. */
  public List<ResultRow> lines(List<List<String>> rooms) {
    var lines = new ArrayList<ResultRow>();
    Iterator<String> said = providerTexts.iterator();
    for (var room : rooms) {
      for (var variant = 1; variant <= 2; variant++) {
        var position =
            new ResultPosition(2 + lines.size() / 2, 2 + lines.size(), variant, style(said.next()));
        lines.add(line(position, room, said.next(), said.next()));
      }
    }
    return lines;
  }

  /** Half a character, where the cut leaves one, has no UTF-8: it is a “?” from the beginning. */
  private static String style(String words) {
    return utf8(words.substring(0, Math.min(60, words.length())));
  }

  private static ResultRow line(
      ResultPosition position, List<String> cells, String error, String words) {
    var outputs = List.of("https://r2.example/1.png", "=https://r2.example/2.png");
    var render = new Render(outputs, List.of(), 7L, words, words, 1.5, words);
    return new ResultRow(
        position,
        cells,
        "room",
        words,
        null,
        ResultStatus.RENDERED,
        Payment.BOUGHT,
        render,
        words,
        1,
        error,
        null,
        Instant.EPOCH,
        RowPictures.NONE,
        null);
  }
}
