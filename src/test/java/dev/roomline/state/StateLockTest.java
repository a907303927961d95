package dev.roomline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {
  @TempDir
  Path folder;

  /** Another process that wants to lock the folder. */
  public static void main(String... folder) throws Exception {
    System.exit(new StateFolder(Path.of(folder[0])).lock(Duration.ZERO).isPresent() ? 0 : 6);
  }

  @Test
  void keepsAnotherProcessOut() throws Exception {
    try (var lock = new StateFolder(folder).lock(Duration.ZERO).orElseThrow()) {
      assertThat(anotherProcess()).isEqualTo(6);
    }
  }

  @Test
  void staysTakenWhenItsOwnProcessAsksAgain() throws Exception {
    try (var lock = new StateFolder(folder).lock(Duration.ZERO).orElseThrow()) {
      assertThat(new StateFolder(folder).lock(Duration.ZERO)).isEmpty();
      assertThat(new StateFolder(folder).busy()).isTrue();

      assertThat(anotherProcess()).isEqualTo(6);
    }
  }

  @Test
  void isFreeOnceClosed() throws Exception {
    new StateFolder(folder).lock(Duration.ZERO).orElseThrow().close();

    assertThat(new StateFolder(folder).busy()).isFalse();
    assertThat(anotherProcess()).isZero();
  }

  private int anotherProcess() throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            StateLockTest.class.getName(),
            folder.toString())
        .inheritIO()
        .start()
        .waitFor();
  }
}
