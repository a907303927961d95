package dev.roomline.rooms;

import java.io.ByteArrayOutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts and bytes that CSV readers are known to misread. */
public final class HostileTexts {
  private static final String[] PIECES =
      ("\"§\"\"§\n§\r§\r\n§,§;§\t§|§\uFEFF§\u001A§\u0085§\u2028§\u00A0§ §=1+1§+1§-1§@A1§"
              + "'=x§'§\\§\\\"§\uD83D\uDECB§\u202E§e\u0301§\u65E5\u672C§#§\u001B[31m§\u0001§null§a§"
              + "room")
          .split("§", -1);
  private static final byte[][] SCRAPS = {
    "init_image,prompt\n".getBytes(StandardCharsets.UTF_8),
    "init_image;prompt;room\n".getBytes(StandardCharsets.UTF_8),
    "init_image\tprompt\t\n".getBytes(StandardCharsets.UTF_8),
    "\"init_image\",\"prompt\",\"a\nb\"\r\n".getBytes(StandardCharsets.UTF_8),
    "https://h/a.jpg,sofa\n".getBytes(StandardCharsets.UTF_8),
    "init_image,prompt,url\n".getBytes(StandardCharsets.UTF_16LE),
    bytes(0xEF, 0xBB, 0xBF),
    bytes(0xFF, 0xFE),
    bytes(0xFE, 0xFF),
    bytes(0),
    bytes(0xC3, 0x28),
    bytes(0xED, 0xA0, 0x80),
    bytes(0xF0, 0x9F),
    bytes(0x00, 0xD8),
    bytes('"'),
    bytes('\n'),
    bytes('\r'),
    bytes(','),
    bytes(';'),
    bytes(0x1A),
    ",".repeat(10_001).getBytes(StandardCharsets.UTF_8),
    "x".repeat(70_000).getBytes(StandardCharsets.UTF_8)
  };

  private HostileTexts() {}

  /** Cells, some of them of several lines, some of them long. */
  public static Arbitrary<String> cells() {
    var piece = Arbitraries.frequencyOf(
        Tuple.of(9, Arbitraries.of(PIECES)),
        Tuple.of(2, Arbitraries.strings().excludeChars('\0').ofMaxLength(4)));
    var cell = piece.list().ofMaxSize(6).map(pieces -> String.join("", pieces));
    var repeated = Combinators.combine(cell, Arbitraries.integers().between(500, 2_000))
        .as((text, times) -> text.repeat(times));
    return Arbitraries.frequencyOf(Tuple.of(40, cell), Tuple.of(1, repeated));
  }

  /** A header of some columns of the input's own, and rows that belong to it. */
  public static Arbitrary<List<List<String>>> tables() {
    return Arbitraries.integers().between(0, 4).flatMap(own -> {
      var names = cells().list().ofSize(own).map(HostileTexts::header);
      var row = cells().list().ofSize(own).map(cells -> with("https://h/a.jpg", "sofa", cells));
      return Combinators.combine(names, row.list().ofMaxSize(6)).as((header, rows) -> {
        var table = new ArrayList<List<String>>(List.of(header));
        table.addAll(rows);
        return table;
      });
    });
  }

  static Arbitrary<byte[]> bytes() {
    var noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
    return Arbitraries.oneOf(Arbitraries.of(SCRAPS), noise).list().ofMaxSize(12).map(scraps -> {
      var all = new ByteArrayOutputStream();
      scraps.forEach(all::writeBytes);
      return all.toByteArray();
    });
  }

  /** The same piece of text without an end. */
  static Reader endless(String piece) {
    return new Reader() {
      private int at;

      @Override
      public int read(char[] buffer, int from, int length) {
        for (var n = 0; n < length; n++) buffer[from + n] = piece.charAt(at++ % piece.length());
        return length;
      }

      @Override
      public void close() {}
    };
  }

  private static List<String> header(List<String> names) {
    var numbered =
        IntStream.range(0, names.size()).mapToObj(n -> "c" + n + names.get(n)).toList();
    return with("init_image", "prompt", numbered);
  }

  private static List<String> with(String first, String second, List<String> rest) {
    var all = new ArrayList<>(List.of(first, second));
    all.addAll(rest);
    return List.copyOf(all);
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (var n = 0; n < values.length; n++) bytes[n] = (byte) values[n];
    return bytes;
  }
}
