package dev.roomline.job.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.ResultStatus;
import dev.roomline.job.JobFolder;
import dev.roomline.sandbox.SandboxExtension;
import dev.roomline.state.StateFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusAndQueryTest {
  @RegisterExtension
  final SandboxExtension provider = new SandboxExtension();

  @TempDir
  static Path folder;

  private JobFolder job;

  @BeforeAll
  void run() throws Exception {
    job = JobFolder.in(folder, provider.open(SandboxExtension.quick()));
    job.prompts("sofa", "[sandbox nothing-after]").run();
  }

  @Test
  void statusTellsThePastAndNamesTheUnsureRows() throws Exception {
    var past = new StatusReader(job.state()).status().past();

    assertThat(past).hasSize(1);
    assertThat(past.get(0).ending()).isEqualTo("finished");
    assertThat(past.get(0).lines()).containsOnlyKeys(ResultStatus.RENDERED, ResultStatus.UNSURE);
    assertThat(past.get(0).unsureRows()).containsExactly(3L);
  }

  @Test
  void statusOfAnUntouchedStateIsEmpty() throws Exception {
    var status = new StatusReader(new StateFolder(folder.resolve("none"))).status();

    assertThat(status.past()).isEmpty();
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void queryPrintsCsv() throws Exception {
    var out = new StringBuilder();

    new SqlQuery(job.state())
        .print("select row_no, status, cells from render_result order by row_no", out);

    assertThat(out.toString().toLowerCase())
        .startsWith("row_no,status,cells\n2,rendered,\"[\"\"https://photos.example/a.jpg\"\"")
        .contains("\n3,unsure,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from render_ledger",
        "update render_result set status = 'rendered'",
        "select * from final table (delete from render_ledger)",
        "drop table render_ledger",
        "create table mine (id int)",
        "select * from csvread('/etc/passwd')",
        "call csvwrite('written.csv', 'select 1')",
        "select 1; alter user reader set password 'x'",
        "select 1; select 2",
        "alter user reader set password 'x'",
        "alter user reader rename to other",
        "drop user reader",
        "set password 'x'",
        "create local temporary table mine (id int)",
        "create temporary table mine as select 1",
        "select * from render_ledger for update",
        "select 1 from render_ledger where exists (select 1 from render_run for update)",
        "select @a := 1",
        "set @a = 1",
        "script to 'written.sql'",
        "execute immediate 'drop table render_ledger'",
        "explain analyze delete from render_ledger",
        "shutdown",
        ";",
        "",
        "nonsense"
      })
  void queryRefusesWhateverDoesMoreThanRead(String sql) throws Exception {
    assertThatThrownBy(() -> new SqlQuery(job.state()).print(sql, new StringBuilder()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("query: ");
    long purchases = job.queryState(
        it -> it.sql("select count(*) from render_ledger").query(Long.class).single());
    assertThat(purchases).isEqualTo(2);
    assertThat(query("select count(*) from render_ledger")).endsWith("\n2\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 2;",
        "select 2 ; ;\n",
        "select 2 -- of 3; or so",
        "select 2 where 'for update; ' <> '' -- \"",
        "with two(n) as (select 2) select n from two",
        "values (2)",
      })
  void queryTakesWhateverOnlyReads(String sql) throws Exception {
    assertThat(query(sql)).endsWith("\n2\n");
  }

  private String query(String sql) throws Exception {
    var out = new StringBuilder();
    new SqlQuery(job.state()).print(sql, out);
    return out.toString();
  }
}
