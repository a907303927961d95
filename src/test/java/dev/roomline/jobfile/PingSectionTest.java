package dev.roomline.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The group {@code ping} of a job file. */
class PingSectionTest {
  @TempDir
  Path folder;

  @Test
  void whatIsNotGivenIsNotPinged() throws Exception {
    var ping = read("ping: { success: https://hc.example/1 }");

    assertThat(ping).isEqualTo(new JobFile.Ping(null, URI.create("https://hc.example/1"), null));
  }

  @Test
  void thisMachineMayBePingedWithoutEncryption() throws Exception {
    assertThat(read("ping: { failure: http://127.0.0.1:9/x }").failure())
        .isEqualTo(URI.create("http://127.0.0.1:9/x"));
  }

  @Test
  void whatIsWrongIsNamedWithoutTheAddress() {
    assertThatThrownBy(() -> read("ping: { start: http://hc.example/s3cret, success: sandbox,"
            + " failure: https://me:s3cret@hc.example, sucess: https://hc.example }"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("ping.start would be sent unencrypted; write https://")
        .hasMessageContaining("ping.success is not a web address; write https://HOST/…")
        .hasMessageContaining("ping.failure contains a user name or password; remove them")
        .hasMessageContaining("unknown key ping.sucess; did you mean ping.success?")
        .hasMessageNotContainingAny("s3cret");
  }

  private JobFile.Ping read(String lines) throws IOException {
    var file = folder.resolve("nightly.yml");
    Files.writeString(file, "input: rooms.csv\n" + lines + "\n");
    return JobFile.load(file, Map.of()).ping();
  }
}
