package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import dev.roomline.render.UploadProvider;
import dev.roomline.sandbox.SandboxExtension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of a folder of photos at an endpoint that cannot see it. */
class UploadRunTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick()));
    Files.createDirectory(job.file("photos"));
  }

  @Test
  void aFolderOfTwoHundredPhotosIsTwoHundredRendersAndAsManyUploads() throws Exception {
    photos(200);

    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);

    assertThat(job.column("status")).hasSize(200).containsOnly("rendered");
    assertThat(provider.billed()).isEqualTo(200);
    assertThat(provider.count("uploads")).isEqualTo(200);
  }

  @Test
  void aRerunUploadsAndBuysNothing() throws Exception {
    photos(20);
    job.run();

    job.run();

    assertThat(provider.creates()).isEqualTo(20);
    assertThat(provider.count("uploads")).isEqualTo(20);
  }

  @Test
  void twoNamesForTheSameBytesAreOneUpload() throws Exception {
    photo("a.png", 7);
    photo("b.png", 7);

    job.csv("init_image,prompt\na.png,sofa\nb.png,lamp\n").run();

    assertThat(provider.creates()).isEqualTo(2);
    assertThat(provider.count("uploads")).isEqualTo(1);
  }

  @Test
  void anExpiredLinkIsUploadedAgain() throws Exception {
    photo("a.png", 7);
    job.csv("init_image,prompt\na.png,sofa\n").run();
    job.queryState(
        it -> it.sql("update photo_upload set expires_at = current_timestamp").update());

    job.csv("init_image,prompt\na.png,lamp\n").run();

    assertThat(provider.count("uploads")).isEqualTo(2);
  }

  @Test
  void uploadsAreDeletedAfterTheRunWhereTheJobFileSaysSo() throws Exception {
    photos(6);

    job.run("uploads.delete=true");

    assertThat(provider.count("deletes")).isEqualTo(6);
    assertThat(job.messages()).contains("6 uploaded photos deleted at the provider");
  }

  @Test
  void withoutThatWishPhotosStayForTheNextRun() throws Exception {
    photos(2);

    job.run();

    assertThat(provider.count("deletes")).isZero();
  }

  @Test
  void aLimitUploadsNoMorePhotosThanItBuys() throws Exception {
    photos(30);

    job.limited(3);

    assertThat(provider.count("uploads")).isEqualTo(3);
  }

  @Test
  void aServedPhotoThatIsReplacedWhileItsRowWaitsIsJudgedAgain() throws Exception {
    photo("a.png", 1);
    photo("b.png", 2);
    job.appendToJobFile("photos: photos\n");
    job.csv("init_image,prompt\na.png,sofa [sandbox slow]\nb.png,lamp\n");
    var first = job.start("limits.in-flight=1");
    await().until(() -> provider.creates() == 1);
    photo("b.png", 3);

    first.get(30, TimeUnit.SECONDS);

    assertThat(job.column("status")).containsExactly("rendered", "not-bought");
    assertThat(job.column("error").get(1)).contains("its photo was replaced");
    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);
    assertThat(provider.creates()).isEqualTo(2);
    photo("b.png", 2);
    assertThat(job.run().bought()).as("the former photo was never paid for").isEqualTo(1);
  }

  @Test
  void aRowWhosePhotoIsNotTakenEndsRefusedWithoutAnEntryInTheLedger() throws Exception {
    try (var picky = new UploadProvider()) {
      picky.uploadEnds(413, "");
      job = JobFolder.in(folder, picky.url());
      photos(1);

      job.run();
    }
    assertThat(job.column("status")).containsExactly("refused");
    assertThat(job.column("paid")).containsExactly("no");
    long entries = job.queryState(
        it -> it.sql("select count(*) from render_ledger").query(Long.class).single());
    assertThat(entries).isZero();
  }

  @Test
  void thePlanTellsHowManyPhotosTheRunThenUploads() throws Exception {
    photos(3);
    job.run();
    photo("new.png", 77);
    job.csv("init_image,prompt\n2.png,sofa\nnew.png,sofa\nnew.png,lamp\n");

    assertThat(job.plan().quote().toUpload()).isEqualTo(1);
  }

  private void photos(int count) throws IOException {
    var rows = new StringBuilder("init_image,prompt\n");
    for (var row : IntStream.range(2, 2 + count).toArray()) {
      photo(row + ".png", row);
      rows.append(row).append(".png,cosy\n");
    }
    job.csv(rows.toString());
  }

  private void photo(String name, int colour) throws IOException {
    var image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
    for (var x = 0; x < 24; x++) image.setRGB(x, x % 16, colour * 997);
    ImageIO.write(image, "png", job.file("photos").resolve(name).toFile());
  }
}
