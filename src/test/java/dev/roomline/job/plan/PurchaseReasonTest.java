package dev.roomline.job.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.roomline.job.JobFolder;
import dev.roomline.report.CommandSummary;
import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is bought again after a change, and what plan calls that change. */
class PurchaseReasonTest {
  private static final String ROOMS = """
      listing_key,room,init_image,prompt,steps
      L1,hall,https://h/1.jpg?Expires=1,calm hall,50
      L1,bath,https://h/2.jpg?Expires=1,calm bath,50
      L2,hall,https://h/3.jpg?Expires=1,calm hall,50
      """;

  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void runOnce() throws Exception {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick().withPictureSize(16)))
        .csv(ROOMS);
    job.run();
  }

  @Test
  void aNewSignatureBuysNothing() throws Exception {
    assertThat(changed("Expires=1", "Expires=2").plan().quote().toBuy()).isZero();
  }

  @Test
  void changedPromptsAndNewRoomsAreCountedApart() throws Exception {
    var plan = changed("calm", "bright")
        .csv(text() + "L3,hall,https://h/4.jpg,calm,50\n")
        .plan();

    assertThat(plan.why())
        .containsOnly(entry(PurchaseReason.PROMPT, 3L), entry(PurchaseReason.ROOM, 1L));
    assertThat(CommandSummary.of(plan))
        .contains("to pay for:        4 renders: 3 prompts changed, 1 new room");
  }

  @Test
  void aChangedParameterIsASetting() throws Exception {
    assertThat(changed("bath,50", "bath,40").plan().why())
        .containsOnly(entry(PurchaseReason.SETTINGS, 1L));
  }

  @Test
  void aChangedExtraFieldIsASettingOfEveryRow() throws Exception {
    assertThat(job.plan("endpoint.extra.samples=2").why())
        .containsOnly(entry(PurchaseReason.SETTINGS, 3L));
  }

  @Test
  void aPhotoAtAnotherAddressIsKnownByWhatTheFileSaysOfTheRoom() throws Exception {
    var plan = changed("/2.jpg", "/bath.jpg").plan();

    assertThat(plan.why()).containsOnly(entry(PurchaseReason.PHOTO, 1L));
    assertThat(plan.warnings()).anyMatch(it -> it.contains("photos-ignore"));
  }

  @Test
  void anotherVariantIsANewRenderOfAKnownPhoto() throws Exception {
    assertThat(job.plan("variants=2").why()).containsOnly(entry(PurchaseReason.RENDER, 3L));
  }

  @Test
  void anotherRowOfAPhotoReplacesNoneThatIsStillThere() throws Exception {
    var plan = job.csv(ROOMS + "L1,hall,https://h/1.jpg,bright hall,50\n").plan();

    assertThat(plan.why()).containsOnly(entry(PurchaseReason.RENDER, 1L));
  }

  @Test
  void whatTheLastRunDidNotComeToIsLeft() throws Exception {
    changed("calm", "bright").limited(1);

    assertThat(job.plan().why()).containsOnly(entry(PurchaseReason.LEFT, 2L));
  }

  @Test
  void whatWasRefusedForItsPhotoIsAskedForAgain() throws Exception {
    changed("calm bath", "[sandbox photo 1]").run();

    assertThat(job.plan().why()).containsOnly(entry(PurchaseReason.AGAIN, 1L));
  }

  @Test
  void whatAnotherEndpointSoldIsNotComparedWith() throws Exception {
    var plan = job.plan("endpoint.family=v6");

    assertThat(plan.quote().toBuy()).isEqualTo(3);
    assertThat(plan.why()).isEmpty();
  }

  @Test
  void whatTheJobFileIgnoresInAnAddressBuysNothing() throws Exception {
    job.appendToJobFile("photos-ignore: [v]\n");
    changed("?Expires=1", "?v=1");
    assertThat(job.plan().quote().toBuy()).isZero();
    assertThat(job.run().bought()).isZero();

    changed("?v=1", "?v=2");

    assertThat(job.plan().quote().toBuy()).isZero();
    assertThat(job.run().bought()).isZero();
  }

  private String text() throws IOException {
    return Files.readString(job.file("rooms.csv"));
  }

  private JobFolder changed(String from, String to) throws IOException {
    return job.csv(text().replace(from, to));
  }
}
