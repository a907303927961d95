package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlainFileTest {
  @TempDir
  Path folder;

  @Test
  void aPlainFileIsRead() throws IOException {
    var file = Files.writeString(folder.resolve("a.json"), "größer");

    assertThat(PlainFile.text(file, 8)).isEqualTo("größer");
    assertThat(PlainFile.exists(file)).isTrue();
  }

  @Test
  void aMissingFileIsMissing() {
    assertThatThrownBy(() -> PlainFile.text(folder.resolve("a.json"), 8))
        .isInstanceOf(NoSuchFileException.class);
    PlainFile.require(folder.resolve("a.json"));
  }

  @Test
  void aPipeIsRefusedAndNotWaitedFor() throws Exception {
    refused(NamedPipe.at(folder.resolve("a.json")), "is not a plain file; remove it");
  }

  @Test
  void aDeviceIsRefused() {
    refused(Path.of("/dev/zero"), "is not a plain file");
  }

  @Test
  void aFolderCannotBeRead() throws IOException {
    var inTheWay = Files.createDirectory(folder.resolve("a.json"));

    assertThatThrownBy(() -> PlainFile.text(inTheWay, 8))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Is a directory");
  }

  @Test
  void aLinkIsRefusedWhateverItLeadsTo() throws IOException {
    var file = Files.writeString(folder.resolve("plain"), "{}");

    refused(Files.createSymbolicLink(folder.resolve("a.json"), file), "is a symbolic link");
    refused(Files.createSymbolicLink(folder.resolve("b.json"), Path.of("/dev/zero")), "is a symb");
    refused(
        Files.createSymbolicLink(folder.resolve("c.json"), folder.resolve("none")),
        "is a symbolic");
  }

  @Test
  void aFileThatNeverEndsIsRefused() throws IOException {
    var file = Files.write(folder.resolve("a.json"), new byte[9]);

    assertThatThrownBy(() -> PlainFile.text(file, 8))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a.json has more than 8 bytes");
  }

  private static void refused(Path place, String why) {
    assertThatThrownBy(() -> PlainFile.text(place, 8))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(place + " " + why);
    assertThat(PlainFile.exists(place)).isFalse();
  }
}
