package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"b/c d+é",
        "a\\\"b\\/c d+é",
        "a\\u0022b/c d+\\u00e9",
        "a%22b%2Fc%20d%2B%C3%A9",
        "a%22b%2fc+d%2b%c3%a9"
      })
  void isHiddenInEverySpelling(String spelling) {
    var key = ApiKey.from("a\"b/c d+é");

    assertThat(key.hide("<" + spelling + ">" + spelling)).isEqualTo("<***>***");
  }

  @Test
  void anEmptyKeyHidesNothing() {
    assertThat(ApiKey.from("").hide("room")).isEqualTo("room");
  }

  @Test
  void isNotShownByItself() {
    assertThat(ApiKey.from("s3cr3t")).hasToString("***");
  }

  @Test
  void whatIsTooShortToBeAKeyIsNotMasked() {
    assertThat(ApiKey.from("k").hide("r1-ask")).isEqualTo("r1-ask");
  }
}
