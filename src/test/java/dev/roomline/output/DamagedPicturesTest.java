package dev.roomline.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.ResultStatus;
import dev.roomline.domain.RowSelection;
import dev.roomline.domain.Sha256;
import dev.roomline.failure.ExitCode;
import dev.roomline.images.PictureAudit;
import dev.roomline.job.JobFolder;
import dev.roomline.job.decisions.PictureReviewer;
import dev.roomline.jobfile.JobFile;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures that are damaged after they were kept: results.csv never calls such a row rendered. */
class DamagedPicturesTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  /** What may happen to a file of the output, which is a link to the picture store's. */
  enum Damage {
    CUT_SHORT {
      @Override
      void to(Path file) throws IOException {
        overwrite(file, new byte[500], StandardOpenOption.TRUNCATE_EXISTING);
      }
    },
    EMPTIED {
      @Override
      void to(Path file) throws IOException {
        overwrite(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
      }
    },
    EDITED_IN_PLACE {
      @Override
      void to(Path file) throws IOException {
        overwrite(file, new byte[] {1, 2, 3}, StandardOpenOption.SYNC);
      }
    },
    APPENDED_TO {
      @Override
      void to(Path file) throws IOException {
        overwrite(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
      }
    },
    CUT_SHORT_WITH_ITS_TIME_SET_BACK {
      @Override
      void to(Path file) throws IOException {
        var time = Files.getLastModifiedTime(file);
        CUT_SHORT.to(file);
        Files.setLastModifiedTime(file, time);
      }
    };

    abstract void to(Path file) throws IOException;

    private static void overwrite(Path file, byte[] bytes, StandardOpenOption how)
        throws IOException {
      assertThat(file.toFile().setWritable(true)).isTrue();
      Files.write(file, bytes, StandardOpenOption.WRITE, how);
    }
  }

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick())).rooms(3);
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedPictureIsDownloadedAgainForNothing(Damage damage) throws Exception {
    job.run();
    damage.to(picture(1));

    var report = job.run();

    assertThat(report.byStatus()).isEqualTo(Map.of(ResultStatus.RENDERED, 3L));
    assertThatEveryRenderedPictureIsWhole();
    assertThat(provider.creates()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedPictureThatIsGoneAtTheProviderMakesTheRowExpired(Damage damage) throws Exception {
    job.run();
    damage.to(picture(1));
    loseAllPicturesAtTheProvider();

    assertThat(job.run().exit()).isEqualTo(ExitCode.TROUBLE);

    assertThat(job.column("status")).containsExactly("rendered", "expired", "rendered");
    assertThat(job.column("picture").get(1)).isEmpty();
    assertThatEveryRenderedPictureIsWhole();
  }

  @Test
  void aPublishingThatDownloadsNothingCallsTheRowRendering() throws Exception {
    job.prompts("sofa [sandbox blank]", "desk").run();
    Damage.CUT_SHORT.to(picture(1));

    new PictureReviewer(JobFile.load(job.file("nightly.yml"), Map.of()), Clock.systemUTC())
        .accept(RowSelection.parse(List.of("all")), "anna", "");

    assertThat(job.column("status")).containsExactly("rendered", "rendering");
    assertThat(job.column("error").get(1)).contains("cut short");
    assertThat(job.column("picture").get(1)).isEmpty();
    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);
    assertThatEveryRenderedPictureIsWhole();
  }

  @Test
  void aContinuedRunLooksAtTheRowsItPassesOver() throws Exception {
    job.limited(2);
    Damage.CUT_SHORT.to(picture(0));

    job.run();

    assertThat(job.column("status")).containsExactly("rendering", "rendered", "rendered");
    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);
    assertThatEveryRenderedPictureIsWhole();
    assertThat(provider.creates()).isEqualTo(3);
  }

  @Test
  void aDamagedPhotoIsCopiedAgainBesideItsRender() throws Exception {
    var photos = Files.createDirectory(job.file("photos"));
    Files.copy(Path.of("sample-data/photos/attic.jpg"), photos.resolve("attic.jpg"));
    job.csv("photo,prompt\nattic.jpg,sofa\n").run("keep-originals=true");
    var before = Path.of(picture(0).toString().replace(".png", "--before.jpg"));
    Damage.CUT_SHORT.to(before);

    assertThat(job.run("keep-originals=true").exit()).isEqualTo(ExitCode.DONE);

    assertThat(before).hasSameBinaryContentAs(photos.resolve("attic.jpg"));
  }

  @Test
  void aPictureThatWasOnlyTouchedStays() throws Exception {
    job.run();
    var picture = picture(1);
    Files.setLastModifiedTime(picture, FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));
    provider.close();

    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);

    assertThat(Files.getLastModifiedTime(picture).toInstant()).isBefore("2020-02-02T02:02:03Z");
  }

  @Test
  void anEditThatSizeAndTimeDoNotShowIsFoundByReadingAllBytes() throws Exception {
    job.run();
    var picture = picture(1);
    var time = Files.getLastModifiedTime(picture);
    Damage.EDITED_IN_PLACE.to(picture);
    Files.setLastModifiedTime(picture, time);

    var audit = PictureAudit.of(folder.resolve("state/pictures"));

    assertThat(audit.pictures()).isEqualTo(3);
    assertThat(audit.damaged())
        .singleElement()
        .satisfies(it -> assertThat(it).hasFileName(job.column("sha256").get(1) + ".png"));
    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);
    assertThatEveryRenderedPictureIsWhole();
    assertThat(PictureAudit.of(folder.resolve("state/pictures")).damaged()).isEmpty();
  }

  private void loseAllPicturesAtTheProvider() throws InterruptedException {
    job.queryState(it -> it.sql(
            "update render_ledger set outputs = ? || render_key, spares = '', request_id = null")
        .param(provider.url() + "/gone/")
        .update());
  }

  private Path picture(int line) throws IOException {
    return folder.resolve("out").resolve(job.column("picture").get(line));
  }

  private void assertThatEveryRenderedPictureIsWhole() throws IOException {
    for (var line : job.lines()) {
      if (!line.get("status").equals("rendered")) continue;
      assertThat(Sha256.ofFile(folder.resolve("out").resolve(line.get("picture"))))
          .isEqualTo(line.get("sha256"));
    }
  }
}
