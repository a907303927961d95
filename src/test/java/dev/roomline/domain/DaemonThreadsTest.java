package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DaemonThreadsTest {
  @Test
  void countsThem() {
    var factory = DaemonThreads.numbered("upload");
    assertThat(factory.newThread(() -> {}).getName()).isEqualTo("upload-1");
    assertThat(factory.newThread(() -> {}).getName()).isEqualTo("upload-2");
  }

  @Test
  void noneKeepsTheProcessAlive() throws InterruptedException {
    var started = DaemonThreads.start("lookup", () -> {});
    started.join();
    assertThat(started.isDaemon()).isTrue();
    assertThat(DaemonThreads.named("clock").newThread(() -> {}).isDaemon()).isTrue();
    assertThat(DaemonThreads.numbered("clock").newThread(() -> {}).isDaemon()).isTrue();
  }
}
