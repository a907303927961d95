package dev.roomline.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roomline.room.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.ObjectMapper;

/** Whatever a sheet says, it is read as it stands, or refused by its name. */
class HostileSheetsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
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

  private static Path folder;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("sheets");
  }

  @AfterContainer
  static void close() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Property(tries = 4_000)
  void anyTextIsASheetOrRefusedByName(@ForAll("texts") byte[] text) throws IOException {
    var file = Files.write(folder.resolve("nightly.yml"), text);
    try {
      assertThat(JobSheet.load(file, Map.of()).limits().inFlight()).isPositive();
    } catch (BadInput e) {
      assertThat(e).message().contains("nightly.yml");
    }
  }

  @Property(tries = 2_000)
  void anyFlagIsTakenOrRefusedByName(@ForAll("flags") String key, @ForAll("values") String value)
      throws IOException {
    var file = Files.writeString(folder.resolve("flags.yml"), "input: rooms.csv\n");

    var refused =
        catchThrowableOfType(RuntimeException.class, () -> JobSheet.load(file, Map.of(key, value)));

    if (refused != null) assertThat(refused).isInstanceOf(BadInput.class);
  }

  @Property(tries = 500)
  void everyTextComesBackAsItWasWritten(
      @ForAll("prompts") String prompt, @ForAll("prompts") String free) throws IOException {
    var sheet = new LinkedHashMap<String, Object>();
    sheet.put("input", "rooms.csv");
    sheet.put("defaults", Map.of("prompt", prompt));
    sheet.put("endpoint", Map.of("extra", Map.of("note", free)));
    var file = Files.writeString(folder.resolve("texts.yml"), JSON.writeValueAsString(sheet));

    var read = JobSheet.load(file, Map.of());

    assertThat(read.rooms().defaults()).containsEntry("prompt", prompt.strip());
    assertThat(read.endpoint().extra()).containsEntry("note", free);
  }

  @Provide
  Arbitrary<byte[]> texts() {
    var lines = Combinators.combine(
            Arbitraries.of("", "  ", "    "),
            Arbitraries.of(KEYS),
            Arbitraries.of(": ", ":", ":\n"),
            values())
        .as((indent, key, colon, value) -> indent + key + colon + value + "\n");
    var text = lines.list().ofMaxSize(6).map(all -> "input: rooms.csv\n" + String.join("", all));
    var noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
    return Arbitraries.frequencyOf(
        Tuple.of(8, text.map(String::getBytes)),
        Tuple.of(2, values().map(String::getBytes)),
        Tuple.of(1, noise));
  }

  @Provide
  Arbitrary<String> flags() {
    return Arbitraries.of(KEYS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(keys -> String.join(".", keys));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(Arbitraries.of(SCRAPS), Arbitraries.of(KEYS))
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }

  /** What YAML lets stand between double quotes. */
  @Provide
  Arbitrary<String> prompts() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withChars("\n\t\u00E9\u65E5\u00A0")
        .ofMaxLength(40)
        .map(text -> "a" + text.replaceAll("[{}]", "") + "z");
  }
}
