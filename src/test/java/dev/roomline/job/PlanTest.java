package dev.roomline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.sandbox.OpenSandbox;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  @RegisterExtension
  final OpenSandbox vendor = new OpenSandbox();

  @TempDir
  Path folder;

  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    job = JobFolder.in(folder, vendor.open(OpenSandbox.quick()));
  }

  @Test
  void buysNothing() throws Exception {
    job.rooms(3).plan();

    assertThat(vendor.creates()).isZero();
  }

  @Test
  void countsEachRowOnce() throws Exception {
    job.prompts("owned", "[sandbox content]").run();

    var plan = job.prompts("owned", "new", "new", "", "[sandbox content]").plan();

    assertThat(plan.rows()).isEqualTo(5);
    assertThat(plan.owned()).isEqualTo(1);
    assertThat(plan.toBuy()).isEqualTo(1);
    assertThat(plan.equal()).isEqualTo(1);
    assertThat(plan.invalid()).isEqualTo(1);
    assertThat(plan.held()).isEqualTo(1);
    assertThat(plan.exit()).isEqualTo(Exit.TROUBLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unsure=hold", "unsure=resend"})
  void equalsWhatTheRunThenBuys(String policy) throws Exception {
    job.prompts("a", "[sandbox photo 1]", "[sandbox nothing-after 1]", "[sandbox failed]")
        .run();
    job.prompts(
        "a", "b", "b", "[sandbox photo 1]", "[sandbox nothing-after 1]", "[sandbox failed]");
    var before = vendor.creates();

    var plan = job.plan(policy);
    job.run(policy);

    assertThat(plan.toBuy()).isEqualTo(vendor.creates() - before);
  }
}
