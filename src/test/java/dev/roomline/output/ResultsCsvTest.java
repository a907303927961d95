package dev.roomline.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsCsvTest {
  private static final String OURS = "row,status,paid,outputs,seed,model_id,request_id,"
      + "generation_time,attempts,error,meta,rendered_at,"
      + "picture,width,height,sha256,checks,variant,style,cost";

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
  void everyInputColumnTravelsUnchangedBeforeOurs() throws Exception {
    job.csv("""
        Key,init_image,prompt,note
        " HL-1 ",https://a.example/1.jpg,sofa,"=1+1, ""two""
        lines"
        """);

    job.run();

    assertThat(Files.readAllLines(job.results()).get(0))
        .isEqualTo("Key,init_image,prompt,note," + OURS);
    assertThat(job.lines().get(0).toMap())
        .containsEntry("Key", " HL-1 ")
        .containsEntry("note", "=1+1, \"two\"\nlines");
  }

  @Test
  void delimiterAndByteOrderMarkAreTheInputs() throws Exception {
    job.csv("\uFEFFinit_image;prompt\nhttps://a.example/1.jpg;Sessel für Öl\n");

    job.run();

    assertThat(Files.readString(job.results()))
        .startsWith("\uFEFFinit_image;prompt;row;status;")
        .contains("https://a.example/1.jpg;Sessel für Öl;2;rendered;bought;");
  }

  @Test
  void aColumnThatBearsANameOfOursIsRenamed() throws Exception {
    job.csv("init_image,prompt,status,Row\nhttps://a.example/1.jpg,sofa,sold,7\n");

    job.run();

    assertThat(job.lines().get(0).toMap())
        .containsEntry("input_status", "sold")
        .containsEntry("input_Row", "7")
        .containsEntry("status", "rendered")
        .containsEntry("row", "2");
  }

  @Test
  void rowsOfTheWrongLengthDoNotShiftOurColumns() throws Exception {
    job.csv("""
        init_image,prompt,note
        https://a.example/1.jpg
        https://a.example/1.jpg,sofa,n,surplus,more
        https://a.example/1.jpg,sofa,n
        """);

    assertThat(job.run().exit()).isEqualTo(ExitCode.TROUBLE);

    assertThat(job.column("status")).containsExactly("invalid", "invalid", "rendered");
    assertThat(job.column("row")).containsExactly("2", "3", "4");
  }

  @Test
  void blankLinesCountAsRowsOfTheSpreadsheet() throws Exception {
    job.csv("init_image,prompt\nhttps://a.example/1.jpg,a\n,\nhttps://a.example/1.jpg,b\n");

    job.run();

    assertThat(job.column("row")).containsExactly("2", "4");
  }

  @Test
  void theOrderIsTheInputsThoughTheFirstIsLast() throws Exception {
    job.prompts("[sandbox slow]", "b", "c", "d", "e", "f");

    job.run();

    assertThat(job.column("row")).isEqualTo(JobFolder.rowsOf(6));
  }

  @Test
  void resultsAreInputAgainAndCostNothing() throws Exception {
    job.csv("init_image,prompt,status,input_row\nhttps://a.example/1.jpg,sofa,sold,\"a;b\"\n");
    job.run();
    var before = Files.readString(job.results());

    var again = job.run("input=" + job.results(), "output=" + job.file("again"));

    assertThat(again.bought()).isZero();
    assertThat(provider.creates()).isEqualTo(1);
    assertThat(withoutTime(Files.readString(job.file("again/results.csv"))))
        .isEqualTo(
            withoutTime(before).replace(",bought,", ",reused,").replaceFirst(",\n$", ",0\n"));
  }

  @Test
  void equalRowsHaveALineEachAndOnePurchase() throws Exception {
    var report = job.prompts("sofa", "sofa", "lamp", "sofa").run();

    assertThat(job.column("paid")).containsExactly("bought", "reused", "bought", "reused");
    assertThat(job.column("outputs").get(1)).isEqualTo(job.column("outputs").get(0));
    assertThat(report.bought()).isEqualTo(2);
    assertThat(report.reused()).isEqualTo(2);
  }

  @Test
  void aHeaderAloneIsNothingToDo() throws Exception {
    job.csv("init_image,prompt\n");

    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);

    assertThat(job.lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"=1, '''=1'", "+1, '''+1'", "-1, '''-1'", "@a, '''@a'", "a=1, a=1", "'', ''"})
  void whatASpreadsheetWouldCalculateIsGuarded(String text, String guarded) {
    assertThat(AtomicCsvFile.guard(text)).isEqualTo(guarded);
  }

  private static String withoutTime(String results) {
    return results.replaceAll(",[-0-9]+T[:.0-9]+Z", "");
  }
}
