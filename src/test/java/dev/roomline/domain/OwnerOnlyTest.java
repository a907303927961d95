package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class OwnerOnlyTest {
  @TempDir
  Path disk;

  @Test
  void onlyTheLastFolderIsItsOwnersAlone() throws IOException {
    var plain = Files.createDirectory(disk.resolve("plain"));

    OwnerOnly.createFolder(disk.resolve("a/b/state"));

    assertThat(permissions(disk.resolve("a/b/state"))).isEqualTo("rwx------");
    assertThat(permissions(disk.resolve("a/b"))).isEqualTo(permissions(plain));
  }

  @Test
  void aFolderThatIsThereStaysAsItIs() throws IOException {
    var there = Files.createDirectory(disk.resolve("state"));
    var before = permissions(there);

    OwnerOnly.createFolder(there);
    OwnerOnly.createFolder(Files.createSymbolicLink(disk.resolve("link"), there));

    assertThat(permissions(there)).isEqualTo(before);
  }

  @Test
  void aFileIsCreatedForItsOwnerAndNeverThroughALink() throws IOException {
    assertThat(permissions(OwnerOnly.createFile(disk.resolve("a")))).isEqualTo("rw-------");

    var link = Files.createSymbolicLink(disk.resolve("b"), disk.resolve("victim"));
    assertThatThrownBy(() -> OwnerOnly.createFile(link))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(disk.resolve("victim")).doesNotExist();
  }

  @Test
  void whatAFormerReleaseLeftOpenIsClosed() throws IOException {
    var file = Files.createFile(disk.resolve("a"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    var folder = Files.createDirectory(disk.resolve("pictures"));

    OwnerOnly.restrict(file);
    OwnerOnly.restrict(folder);
    OwnerOnly.restrict(disk.resolve("none"));

    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(folder)).isEqualTo("rwx------");
  }

  private static String permissions(Path place) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(place));
  }
}
