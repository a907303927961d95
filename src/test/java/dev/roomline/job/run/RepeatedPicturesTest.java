package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RowSelection;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.job.decisions.PictureReviewer;
import dev.roomline.job.run.RepeatingProvider.Repetition;
import dev.roomline.jobfile.JobFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows whose answer is that of another row, or not the one that was asked for, go to review. */
class RepeatedPicturesTest {
  @TempDir
  Path folder;

  private RepeatingProvider provider;
  private JobFolder job;

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @CsvSource({
    "PICTURE, the same picture",
    "SECOND_PICTURE, the same picture",
    "ADDRESS, the same address",
    "ID, the same id"
  })
  void bothRowsNameTheOther(Repetition repetition, String reason) throws Exception {
    open(repetition).prompts("sofa", "desk").run();

    assertThat(job.column("status")).containsExactly("review", "review");
    assertThat(job.column("checks").get(0)).contains("row 3's render " + reason);
    assertThat(job.column("checks").get(1)).contains("row 2's render " + reason);
  }

  @Test
  void aRowOfALaterRunIsComparedWithThoseThatItReuses() throws Exception {
    open(Repetition.PICTURE).prompts("sofa").run();
    assertThat(job.column("status")).containsExactly("rendered");

    assertThat(job.prompts("sofa", "desk").run().exit()).isEqualTo(ExitCode.UNDECIDED);

    assertThat(job.column("status")).containsExactly("review", "review");
  }

  @Test
  void whatAPersonAcceptedStaysAccepted() throws Exception {
    open(Repetition.PICTURE).prompts("sofa", "desk", "lamp").run();

    new PictureReviewer(JobFile.load(job.file("nightly.yml"), Map.of()), Clock.systemUTC())
        .accept(RowSelection.parse(List.of("3")), "anna", "");

    assertThat(job.column("status")).containsExactly("review", "rendered", "review");
    job.run();
    assertThat(job.column("status")).containsExactly("review", "rendered", "review");
    assertThat(provider.creates).hasValue(3);
  }

  @Test
  void equalRowsAndVariantsOfARowMayHaveOnePicture() throws Exception {
    open(Repetition.PICTURE).appendToJobFile("variants: 2\n");

    assertThat(job.prompts("sofa", "sofa").run().exit()).isEqualTo(ExitCode.DONE);

    assertThat(job.column("status")).hasSize(4).containsOnly("rendered");
  }

  @Test
  void stylesOfARowMayNot() throws Exception {
    open(Repetition.PICTURE)
        .appendToJobFile("styles: { loft: { prompt: loft }, nordic: { prompt: nordic } }\n");

    job.csv("init_image\nhttps://photos.example/a.jpg\n").run();

    assertThat(job.column("status")).containsExactly("review", "review");
    assertThat(job.column("checks").get(0)).contains("row 2's render (nordic) the same picture");
  }

  @Test
  void rowsWithPicturesOfTheirOwnAreRendered() throws Exception {
    open(Repetition.NOTHING).rooms(30).run();

    assertThat(job.column("status")).containsOnly("rendered");
  }

  @Test
  void anotherSeedThanTheOneAskedForIsSeen() throws Exception {
    open(Repetition.SEED)
        .csv(
            "init_image,prompt,seed\nhttps://a.example/a.jpg,sofa,7\nhttps://a.example/a.jpg,desk,99\n"
                + "https://a.example/a.jpg,lamp,\n")
        .run();

    assertThat(job.column("status")).containsExactly("review", "rendered", "rendered");
    assertThat(job.column("checks").get(0))
        .isEqualTo("seed: 7 was asked for, the provider used 99");
  }

  @Test
  void theSeedThatARetryChoseIsTheOneAskedFor() throws Exception {
    open(Repetition.NOTHING).csv("init_image,prompt,seed\nhttps://a.example/a.jpg,sofa,7\n");
    var jobFile = job.file("nightly.yml");
    Files.writeString(jobFile, Files.readString(jobFile).replace("url:", "family: v6, url:"));
    job.run();
    new PictureReviewer(JobFile.load(job.file("nightly.yml"), Map.of()), Clock.systemUTC())
        .reject(RowSelection.parse(List.of("2")), "anna", "");

    job.retry("--status=failed", "--new-seed");

    assertThat(provider.creates).hasValue(2);
    assertThat(job.column("status")).containsExactly("rendered");
    assertThat(job.column("seed")).doesNotContain("7");
  }

  private JobFolder open(Repetition repetition) throws IOException {
    provider = new RepeatingProvider(repetition);
    job = JobFolder.in(folder, provider.url());
    return job;
  }
}
