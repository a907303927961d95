package dev.roomline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderKey;
import dev.roomline.domain.ResultPosition;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointNamesTest {
  private static final String TODAY = "http://127.0.0.1:8645 v5";
  private static final String FORMER = "http://localhost:8645 v5";
  private static final List<String> NAMES = List.of(TODAY, FORMER);

  @TempDir
  Path folder;

  private LedgerFixture fixture;

  @BeforeEach
  void open() {
    fixture = new LedgerFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void anEmptyLedgerTakesTodaysName() {
    assertThat(known()).isEqualTo(TODAY);
  }

  @Test
  void aLedgerThatKnowsOnlyTheFormerNameKeepsIt() {
    claimAt(FORMER, 1);

    assertThat(known()).isEqualTo(FORMER);
  }

  @Test
  void aLedgerThatKnowsBothUsesTodaysName() {
    claimAt(FORMER, 1);
    claimAt(TODAY, 2);

    assertThat(known()).isEqualTo(TODAY);
  }

  @Test
  void anotherEndpointOfThisMachineIsAnother() {
    claimAt("http://localhost:8646 v5", 1);

    assertThat(known()).isEqualTo(TODAY);
  }

  private String known() {
    return EndpointNames.known(fixture.database.source(), NAMES);
  }

  private void claimAt(String endpoint, int number) {
    var ledger = new Ledger(
        fixture.database.source(), fixture.database.transactions(), endpoint, Clock.systemUTC());
    ledger.claim(
        new Purchase(new RenderKey("k" + number), 1, 1),
        fixture.begin("one").number(),
        ResultPosition.ofRow(2),
        BudgetLimits.ofRenders(Long.MAX_VALUE));
  }
}
