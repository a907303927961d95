package dev.roomline.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

class DownloadSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.7",
        "10.0.0.0/8",
        "10.1.2.3/8",
        "0.0.0.0/0",
        "fd00::/8",
        "::1",
        "nas",
        "nas.example",
        " NAS.Example ",
        "my_nas.example"
      })
  void addressesBlocksAndNamesMayBeAllowed(String entry) {
    assertThatCode(() -> DownloadSettings.usual(Set.of(), List.of(entry)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/08",
        "10.0.0.0/",
        "10.0.0",
        "10.0.0.256",
        "127.1",
        "2130706433",
        "0x7f.1",
        "fd00::/129",
        "fd00::zz",
        "[fd00::1]",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "nas.example:80",
        "nas.example/",
        "*.example",
        "*",
        "nas example",
        "user@nas",
        ".example",
        "nas.",
        "küche.example"
      })
  void whatCanMeanNothingIsBadInput(String entry) {
    assertThatThrownBy(() -> DownloadSettings.usual(Set.of(), List.of("10.0.0.1", entry)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("pictures.allow: '" + entry.strip() + "' is neither");
  }

  @Test
  void aWebAddressIsRefusedWithTheHostToWriteInstead() {
    assertThatThrownBy(() -> DownloadSettings.usual(Set.of(), List.of("http://nas.example/a")))
        .hasMessage(
            "pictures.allow: 'http://nas.example/a' is neither address nor name: write only the host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sandbox", "127.0.0.1:8645", "http://127.1/", "ftp://h"})
  void anOriginHasToBeOne(String origin) {
    assertThatThrownBy(() -> DownloadSettings.usual(Set.of(origin), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("write http://HOST:PORT or https://HOST");
  }

  @Test
  void theUsualLimitsLetASmallPictureComeSlowly() {
    var usual = DownloadSettings.usual(Set.of(), List.of());

    assertThat(Duration.ofSeconds(200_000 / 1_000)).isLessThan(usual.deadline());
  }

  @Test
  void theLibraryIsSilentAsItsLogsHoldSignatures() {
    var logging = LoggingSystem.get(getClass().getClassLoader());

    assertThat(logging.getLoggerConfiguration("org.apache.hc").getEffectiveLevel())
        .isEqualTo(LogLevel.OFF);
  }
}
