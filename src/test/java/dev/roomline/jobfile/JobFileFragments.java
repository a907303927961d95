package dev.roomline.jobfile;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Parts of job files, and of texts that are nearly job files. */
final class JobFileFragments {
  private static final String[] KEYS =
      ("input§output§state§photos§charset§delimiter§defaults§prompt§steps§guidance_scale§"
              + "endpoint§url§family§extra§limits§burst§in-flight§answer§requests-per-minute§"
              + "retries§unsure§budget§renders§styles§loft§variants§seed§style-column§uploads§"
              + "pictures§allow§checks§min-size§sandbox§latency§credits§key§<<§? ")
          .split("§", -1);
  private static final String[] SCRAPS =
      (":§: § §  §\n§\n  §\n\t§- §{§}§[§]§,§\"§'§#§&a §*a§!!int §!!binary §"
              + "!!java.net.URL §%YAML 9.9§---\n§...§|§>§~§yes§1e999999999§0x1F§-1§5m§"
              + "99999999999999999999§unlimited§1..2§fixed 7§https://h§http://h§sandbox§{room}§{§"
              + "\u0000§\uFEFF§\uD83D\uDECB§\u0085§\u2028§../../../etc§windows-1252§\u001B§a")
          .split("§", -1);

  private JobFileFragments() {}

  static Arbitrary<byte[]> texts() {
    var lines = Combinators.combine(
            Arbitraries.of("", "  ", "    "),
            Arbitraries.of(KEYS),
            Arbitraries.of(": ", ":", ":\n"),
            values())
        .as((indent, key, colon, value) -> indent + key + colon + value + "\n");
    var text = lines.list().ofMaxSize(6).map(all -> "input: rooms.csv\n" + String.join("", all));
    var noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
    return Arbitraries.frequencyOf(
        Tuple.of(8, text.map(it -> it.getBytes(StandardCharsets.UTF_8))),
        Tuple.of(2, values().map(it -> it.getBytes(StandardCharsets.UTF_8))),
        Tuple.of(1, noise));
  }

  static Arbitrary<String> keys() {
    return Arbitraries.of(KEYS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(keys -> String.join(".", keys));
  }

  static Arbitrary<String> values() {
    return Arbitraries.oneOf(Arbitraries.of(SCRAPS), Arbitraries.of(KEYS))
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }
}
