package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.render.SamplePng;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are rendered in several styles and variants. */
class VariationsRunTest {
  private static final String V6 = "endpoint.family=v6";
  private static final String LOFT = "styles.loft={ prompt: 'brick, {prompt}' }";
  private static final String COAST = "styles.coast={ steps: 31 }";
  private static final String TWICE = "variants=2";

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick()));
  }

  @Test
  void everyCombinationIsALineByRowThenStyleThenVariant() throws Exception {
    var report = job.rooms(3).run(LOFT, COAST, TWICE);

    assertThat(report.rows()).isEqualTo(3);
    assertThat(report.renders()).isEqualTo(12);
    assertThat(report.bought()).isEqualTo(12);
    assertThat(provider.creates()).isEqualTo(12);
    assertThat(lines())
        .containsExactly(
            "2 loft 1",
            "2 loft 2",
            "2 coast 1",
            "2 coast 2",
            "3 loft 1",
            "3 loft 2",
            "3 coast 1",
            "3 coast 2",
            "4 loft 1",
            "4 loft 2",
            "4 coast 1",
            "4 coast 2");
    assertThat(job.column("outputs")).doesNotHaveDuplicates();
  }

  @Test
  void aPlainRunCallsItsLinesVariantOneOfNoStyle() throws Exception {
    job.rooms(2).run();

    assertThat(lines()).containsExactly("2  1", "3  1");
  }

  @Test
  void variantsAddedLaterAreAllThatIsBought() throws Exception {
    job.rooms(3).run();

    var report = job.run(TWICE);

    assertThat(report.bought()).isEqualTo(3);
    assertThat(report.reused()).isEqualTo(3);
    assertThat(job.column("paid"))
        .containsExactly("reused", "bought", "reused", "bought", "reused", "bought");
  }

  @Test
  void aStyleAddedLaterIsAllThatIsBought() throws Exception {
    job.rooms(3).run(LOFT, TWICE);

    assertThat(job.run(LOFT, TWICE, COAST).bought()).isEqualTo(6);
  }

  @Test
  void aStyleThatIsRenamedIsNotBoughtAgain() throws Exception {
    job.rooms(3).run(LOFT);

    assertThat(job.run(LOFT.replace("loft", "warehouse")).bought()).isZero();
    assertThat(job.column("style")).containsOnly("warehouse");
  }

  @Test
  void stylesOfARowThatComeToTheSameAreOnePurchase() throws Exception {
    job.rooms(1).run("styles.one={}", "styles.two={}");

    assertThat(job.column("paid")).containsExactly("bought", "reused");
  }

  @Test
  void goesOnWithAnUnfinishedRunLineByLine() throws Exception {
    job.rooms(3).limited(5, LOFT, COAST, TWICE);

    var second = job.run(LOFT, COAST, TWICE);

    assertThat(second.run()).isEqualTo(1);
    assertThat(job.messages()).contains("Continuing run 1: 3 rows, 12 renders");
    assertThat(lines()).hasSize(12).doesNotHaveDuplicates();
    assertThat(job.column("paid")).containsOnly("bought");
    assertThat(provider.creates()).isEqualTo(12);
  }

  @Test
  void otherStylesMakeAnUnfinishedRunAnotherOne() throws Exception {
    job.rooms(3).limited(2, LOFT);

    var second = job.run(LOFT, COAST);

    assertThat(second.run()).isEqualTo(2);
    assertThat(provider.creates()).isEqualTo(6);
  }

  @Test
  void aFixedSeedCountsOnAndIsRecorded() throws Exception {
    job.rooms(2).run(V6, "variants=3", "seed=fixed 42");

    assertThat(job.column("seed")).containsExactly("42", "43", "44", "42", "43", "44");
  }

  @Test
  void seedsPerRowAreReplayedInWhicheverOrderTheRowsCome() throws Exception {
    job.csv(photos("a", "b", "c")).run(V6, TWICE, "seed=per-row");
    var seeds = job.column("seed");

    var again = job.csv(photos("c", "b", "a")).run(V6, TWICE, "seed=per-row");

    assertThat(again.bought()).isZero();
    assertThat(job.column("seed").subList(0, 2)).isEqualTo(seeds.subList(4, 6));
    assertThat(seeds).doesNotHaveDuplicates();
  }

  @Test
  void resultsWithSeveralLinesPerRoomAreThatManyRoomsAsInput() throws Exception {
    job.rooms(3).run(LOFT, COAST, TWICE);

    var again =
        job.run(LOFT, COAST, TWICE, "input=" + job.results(), "output=" + job.file("again"));

    assertThat(again.rows()).isEqualTo(3);
    assertThat(again.renders()).isEqualTo(12);
    assertThat(again.bought()).isZero();
    assertThat(Files.readAllLines(job.file("again/results.csv")).get(0))
        .isEqualTo(Files.readAllLines(job.results()).get(0));
  }

  @Test
  void aColumnPicksTheStyles() throws Exception {
    job.csv("init_image,prompt,style\nhttps://a.example/1.jpg,sofa,Coast|loft\n"
            + "https://a.example/1.jpg,sofa,\nhttps://a.example/1.jpg,sofa,cost\n")
        .run(LOFT, COAST, "style-column=style");

    assertThat(lines()).containsExactly("2 loft 1", "2 coast 1", "3  1", "4  1");
    assertThat(job.column("input_style")).containsExactly("Coast|loft", "Coast|loft", "", "cost");
    assertThat(job.column("error").get(3))
        .isEqualTo("style: there is no style cost; did you mean coast?");
  }

  @Test
  void thePlanCountsRowsAndRenders() throws Exception {
    job.rooms(3).run(LOFT);

    var plan = job.plan(LOFT, COAST, TWICE);

    assertThat(plan.rows()).isEqualTo(3);
    assertThat(plan.renders()).isEqualTo(12);
    assertThat(plan.quote().owned()).isEqualTo(3);
    assertThat(plan.quote().toBuy()).isEqualTo(9);
  }

  @Test
  void unsureRowsAreNamedOnce() throws Exception {
    var report = job.prompts("sofa", "[sandbox nothing-after]").run(V6, TWICE, "seed=fixed 1");

    assertThat(report.unsureRows()).containsExactly(3L);
    assertThat(report.troubles()).singleElement().satisfies(failureGroup -> {
      assertThat(failureGroup.lines()).isEqualTo(2);
      assertThat(failureGroup.rows()).isEqualTo(1);
    });
  }

  @Test
  void aPhotoThatCameMeanwhileGivesItsRowAllItsLines() throws Exception {
    photo("b.jpg");
    job.csv("init_image,prompt\na.jpg,sofa\nb.jpg,sofa\n");
    assertThat(job.limited(1, TWICE, "photos=" + folder).renders()).isEqualTo(3);
    photo("a.jpg");

    var second = job.run(TWICE, "photos=" + folder);

    assertThat(second.run()).isEqualTo(1);
    assertThat(second.exit()).isEqualTo(ExitCode.DONE);
    assertThat(lines()).containsExactly("2  1", "2  2", "3  1", "3  2");
  }

  @Test
  void aPhotoThatWentMeanwhileLeavesWhatIsRendered() throws Exception {
    photo("a.jpg");
    job.csv("init_image,prompt\na.jpg,sofa\n").limited(1, "variants=3", "photos=" + folder);
    Files.delete(job.file("a.jpg"));

    var second = job.run("variants=3", "photos=" + folder);

    assertThat(second.exit()).isEqualTo(ExitCode.TROUBLE);
    assertThat(second.renders()).isEqualTo(2);
    // Any of the three variants may have been the one that was paid for.
    assertThat(job.column("status")).containsExactlyInAnyOrder("rendered", "invalid");
  }

  private void photo(String name) throws IOException {
    Files.write(job.file(name), SamplePng.png(name));
  }

  private static String photos(String... names) {
    var rows =
        Stream.of(names).map(name -> "https://a.example/" + name + ",sofa\n").toList();
    return "init_image,prompt\n" + String.join("", rows);
  }

  private List<String> lines() throws IOException {
    return job.lines().stream()
        .map(line -> String.join(" ", line.get("row"), line.get("style"), line.get("variant")))
        .toList();
  }
}
