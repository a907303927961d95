package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Accepted;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.domain.RenderOutcome.Refused;
import dev.roomline.domain.RenderTicket;
import dev.roomline.domain.ResultPosition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class UploadRecordsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String PHOTO = "sha256:ab";
  private static final String WAY = "base64_to_url";
  private static final String LINK = "https://r2.dev/1.jpg";
  private static final RenderKey SOFA = new RenderKey("50fa");

  @TempDir
  Path folder;

  private LedgerFixture ledgerFixture;

  @BeforeEach
  void open() {
    ledgerFixture = new LedgerFixture(folder);
  }

  @AfterEach
  void close() {
    ledgerFixture.close();
  }

  @ParameterizedTest
  @CsvSource({"61, true", "60, false", "-1, false"})
  void aLinkIsFoundWhileItHasAnHourLeft(int minutes, boolean found) {
    at(NOON).remember(upload(PHOTO, LINK, NOON.plus(Duration.ofMinutes(minutes))));

    assertThat(at(NOON).find(PHOTO, WAY).isPresent()).isEqualTo(found);
  }

  @Test
  void aLinkWithoutAnEndIsFoundForEver() {
    at(NOON).remember(upload(PHOTO, LINK, null));

    assertThat(at(NOON.plus(Duration.ofDays(900))).find(PHOTO, WAY)).contains(LINK);
  }

  @Test
  void aNewLinkTakesTheOldOnesPlace() {
    at(NOON).remember(upload(PHOTO, LINK, NOON));
    at(NOON).remember(upload(PHOTO, "https://r2.dev/2.jpg", null));

    assertThat(at(NOON).find(PHOTO, WAY)).contains("https://r2.dev/2.jpg");
  }

  @Test
  void waysAndEndpointsKeepTheirLinksApart() {
    at(NOON).remember(upload(PHOTO, LINK, null));
    var elsewhere = new UploadRecords(jdbc(), "https://other.example v5", Clock.systemUTC());

    assertThat(at(NOON).find(PHOTO, "base64_crop")).isEmpty();
    assertThat(elsewhere.find(PHOTO, WAY)).isEmpty();
    assertThat(elsewhere.toDelete()).isEmpty();
  }

  @Test
  void aDistrustedLinkIsNotFoundButMayBeDeleted() {
    at(NOON).remember(upload(PHOTO, LINK, null));

    at(NOON).expireLink(PHOTO, LINK);

    assertThat(at(NOON).find(PHOTO, WAY)).isEmpty();
    assertThat(at(NOON).toDelete()).extracting(Upload::link).containsExactly(LINK);
  }

  @Test
  void distrustOfAnOldLinkDoesNotHurtTheNewOne() {
    at(NOON).remember(upload(PHOTO, "https://r2.dev/2.jpg", null));

    at(NOON).expireLink(PHOTO, LINK);

    assertThat(at(NOON).find(PHOTO, WAY)).isPresent();
  }

  @Test
  void whatWasForgottenIsNotFound() {
    var upload = upload(PHOTO, LINK, null);
    at(NOON).remember(upload);
    at(NOON).recordUse(PHOTO, WAY, SOFA);

    at(NOON).forget(upload);

    assertThat(at(NOON).find(PHOTO, WAY)).isEmpty();
    assertThat(jdbc().sql("select * from photo_use").query().listOfRows()).isEmpty();
  }

  @Test
  void whatTheProviderGaveNoIdForIsNotToBeDeleted() {
    at(NOON).remember(new Upload(PHOTO, WAY, LINK, null, null));

    assertThat(at(NOON).toDelete()).isEmpty();
  }

  @Test
  void aPhotoThatAnAcceptedRenderStillNeedsIsKept() {
    at(NOON).remember(upload(PHOTO, LINK, null));
    at(NOON).remember(upload("sha256:cd", "https://r2.dev/2.jpg", null));
    at(NOON).recordUse(PHOTO, WAY, SOFA);
    at(NOON).recordUse(PHOTO, WAY, SOFA);
    buy(new Accepted(new RenderTicket("7", null, Duration.ZERO)));

    assertThat(at(NOON).toDelete())
        .extracting(Upload::link)
        .containsExactly("https://r2.dev/2.jpg");
  }

  @Test
  void aPhotoWhoseRenderIsOverMayBeDeleted() {
    at(NOON).remember(upload(PHOTO, LINK, null));
    at(NOON).recordUse(PHOTO, WAY, SOFA);
    buy(new Refused(Cause.PHOTO, "no"));

    assertThat(at(NOON).toDelete()).hasSize(1);
  }

  @Test
  void whatExpiredADayAgoIsForgottenUnasked() {
    at(NOON).remember(upload(PHOTO, LINK, NOON));

    assertThat(at(NOON.plus(Duration.ofHours(25))).toDelete()).isEmpty();
    assertThat(at(NOON).toDelete()).isEmpty();
  }

  private void buy(RenderOutcome outcome) {
    var run = ledgerFixture.begin("one");
    var purchase = new Purchase(SOFA, 0, 1);
    ledgerFixture.ledger.claim(
        purchase, run.number(), ResultPosition.ofRow(2), BudgetLimits.ofRenders(9));
    ledgerFixture.ledger.settle(purchase, run.number(), outcome);
  }

  private static Upload upload(String identity, String link, @Nullable Instant ends) {
    return new Upload(identity, WAY, link, "2398", ends);
  }

  private UploadRecords at(Instant now) {
    return new UploadRecords(jdbc(), LedgerFixture.ENDPOINT, Clock.fixed(now, ZoneOffset.UTC));
  }

  private JdbcClient jdbc() {
    return JdbcClient.create(ledgerFixture.database.source());
  }
}
