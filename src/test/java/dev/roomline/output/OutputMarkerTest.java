package dev.roomline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.NamedPipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutputMarkerTest {
  private static final OutputMarker MARKER = new OutputMarker("id", "/state", "gw v5", 7);

  @TempDir
  Path output;

  private Path file;

  @BeforeEach
  void open() {
    file = output.resolve(OutputMarker.NAME);
  }

  @Test
  void whatIsRememberedIsRead() {
    assertThat(OutputMarker.in(output)).isEmpty();

    MARKER.remember(output);

    assertThat(OutputMarker.in(output)).contains(MARKER);
  }

  @Test
  void aPipeInItsPlaceIsRefusedAndNotWaitedFor() throws Exception {
    NamedPipe.at(file);

    refused("is not a plain file");
  }

  @Test
  void aLinkInItsPlaceIsNotRead() throws IOException {
    MARKER.remember(output);
    var elsewhere = Files.move(file, output.resolve("elsewhere.json"));
    Files.createSymbolicLink(file, elsewhere);

    refused("is a symbolic link");
  }

  @Test
  void aFileWithoutAnEndInItsPlaceIsRefused() throws IOException {
    Files.write(file, new byte[1 << 20]);

    refused("has more than 65536 bytes");
  }

  private void refused(String why) {
    assertThatThrownBy(() -> OutputMarker.in(output))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file + " " + why);
  }
}
