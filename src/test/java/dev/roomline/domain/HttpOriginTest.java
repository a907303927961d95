package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpOriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://modelslab.com,           https://modelslab.com",
    "HTTPS://ModelsLab.COM:443/api?q, https://modelslab.com",
    "http://localhost:80/,            http://localhost",
    "https://modelslab.com./api,      https://modelslab.com",
    "https://modelslab.com.:443,      https://modelslab.com",
    "http://localhost:8080/a,         http://localhost:8080",
    "https://h:80,                    https://h:80",
    "http://[::1]:9/,                 http://[::1]:9",
  })
  void hasOneSpelling(String url, String origin) {
    assertThat(HttpOrigin.parse(url)).hasToString("Optional[" + origin + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "h", "ftp://h", "https:h", "https://", "https://under_score", "http://a b"})
  void isEmptyForWhatHasNone(String text) {
    assertThat(HttpOrigin.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LocalHost:1", "127.0.0.1", "127.1.2.3", "[::1]", "[0:0:0:0:0:0:0:1]"
      })
  void secretsStayOnThisMachine(String host) {
    assertThat(HttpOrigin.parse("http://" + host)).hasValueSatisfying(origin -> {
      assertThat(origin.isLoopback()).isTrue();
      assertThat(origin.mayCarrySecrets()).isTrue();
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost.example", "127.0.0.1.example", "10.0.0.1", "[::2]", "my-localhost", "h"
      })
  void secretsDoNotTravelInTheClear(String host) {
    assertThat(HttpOrigin.parse("http://" + host))
        .hasValueSatisfying(origin -> assertThat(origin.mayCarrySecrets()).isFalse());
    assertThat(HttpOrigin.parse("https://" + host))
        .hasValueSatisfying(origin -> assertThat(origin.mayCarrySecrets()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/a,        true",
    "https://H:443,      true",
    "http://h,           false",
    "https://h:444,      false",
    "https://h.example,  false",
    "https://me@h/a,     false",
    "//h/a,              false",
    "https://h/a b,      false",
  })
  void tellsAnotherOriginFromItsOwn(String url, boolean same) {
    assertThat(HttpOrigin.parse("https://h").orElseThrow().sameOrigin(url)).isEqualTo(same);
  }
}
