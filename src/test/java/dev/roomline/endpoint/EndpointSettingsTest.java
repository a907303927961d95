package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roomline.domain.InvalidInputException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointSettingsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      modelslab.com                                     | https://modelslab.com/api/v5/interior
      https://ModelsLab.com:443/                        | https://modelslab.com/api/v5/interior
      https://gw.example/x/                             | https://gw.example/x/api/v5/interior
      gw.example:8443/x                                 | https://gw.example:8443/x/api/v5/interior
      https://gw.example/api                            | https://gw.example/api/api/v5/interior
      https://modelslab.com/api/v5/interior             | https://modelslab.com/api/v5/interior
      https://modelslab.com/api/v6/interior/make/       | https://modelslab.com/api/v6/interior/make
      gw.example/x/api/v1/enterprise/interior/make      | https://gw.example/x/api/v1/enterprise/interior/make
      http://localhost:8080                             | http://localhost:8080/api/v5/interior
      http://127.0.0.1                                  | http://127.0.0.1/api/v5/interior
      http://[::1]:80                                   | http://[::1]/api/v5/interior
      """)
  void aHostABaseOrTheCreateUrlLeadToTheCreateUrl(String url, String create) {
    assertThat(settings(url, null).createUri()).hasToString(create);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      http://modelslab.com                        | use https
      http://127.0.0.1.evil.example               | use https
      http://localhost.evil.example               | use https
      https://user:pw@modelslab.com               | ROOMLINE_API_KEY
      https://modelslab.com?key=1                 | remove everything from
      https://modelslab.com/#top                  | remove everything from
      ftp://modelslab.com                         | use https://HOST
      mailto:a@b.example                          | ROOMLINE_API_KEY
      https://                                    | use https://HOST
      https://user:p%w@modelslab.com              | use https://HOST
      https://user:pw@my host                     | use https://HOST
      https://modelslab.com:99999                 | 65535
      https://my host                             | use https://HOST
      ''                                          | use https://HOST
      https://modelslab.com/api/v6/interior       | https://modelslab.com/api/v6/interior/make
      https://modelslab.com/api/v6                | use https://modelslab.com or
      """)
  void anAddressThatWouldNotWorkIsRefusedWithARemedy(String url, String remedy) {
    assertThatThrownBy(() -> settings(url, null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("endpoint.url")
        .hasMessageContaining(remedy)
        .hasMessageNotContaining("pw")
        .hasMessageNotContaining("p%w")
        .hasMessageNotContaining("key=1");
  }

  @Test
  void theUrlAndTheFamilyMustAgree() {
    var url = "https://modelslab.com/api/v6/interior/make";

    assertThat(settings(url, ApiFamily.V6).family()).isEqualTo(ApiFamily.V6);
    assertThatThrownBy(() -> settings(url, ApiFamily.V5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("endpoint.url is a v6 address")
        .hasMessageContaining("set it to v6");
  }

  @ParameterizedTest
  @CsvSource({
    "https://modelslab.com, https://modelslab.com v5",
    "https://www.stablediffusionapi.com, https://modelslab.com v5",
    "stablediffusionapi.com/api/v6/interior/make, https://modelslab.com v6",
    "https://stablediffusionapi.com.example, https://stablediffusionapi.com.example v5",
    "https://gw.example:8443/x/, https://gw.example:8443/x v5",
    "https://MODELSLAB.com.:443, https://modelslab.com v5",
    "http://127.0.0.1:8645, http://127.0.0.1:8645 v5",
    "http://localhost:8645/, http://127.0.0.1:8645 v5",
    "http://LocalHost.:8645, http://127.0.0.1:8645 v5",
    "http://[::1]:8645, http://127.0.0.1:8645 v5",
    "http://localhost:80, http://127.0.0.1 v5",
    "http://localhost/gateway, http://127.0.0.1/gateway v5",
    "http://127.0.0.2:8645, http://127.0.0.2:8645 v5",
    "https://localhost.example, https://localhost.example v5"
  })
  void allNamesOfAnEndpointAreOne(String url, String endpointId) {
    assertThat(settings(url, null).id()).isEqualTo(endpointId);
  }

  @Test
  void itKnowsWhatFormerReleasesCalledThisMachine() {
    assertThat(settings("http://127.0.0.1:8645", null).ids())
        .containsExactly(
            "http://127.0.0.1:8645 v5",
            "http://localhost:8645 v5",
            "http://[::1]:8645 v5",
            "http://[0:0:0:0:0:0:0:1]:8645 v5");
    assertThat(settings("https://modelslab.com", null).ids())
        .containsExactly("https://modelslab.com v5");
  }

  @Test
  void theSandboxIsOnePlaceWhateverItsPort() {
    var sandbox = EndpointSettings.sandbox(
        URI.create("http://127.0.0.1:4711"), ApiFamily.V6, Duration.ofMinutes(5));

    assertThat(sandbox.id()).isEqualTo("sandbox v6");
  }

  @Test
  void aFamilyIsReadInAnyCase() {
    assertThat(ApiFamily.parse(" V6 ")).isEqualTo(ApiFamily.V6);
    assertThatThrownBy(() -> ApiFamily.parse("v7"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("endpoint.family is 'v7', use v5, v6 or enterprise");
  }

  private static EndpointSettings settings(String url, @Nullable ApiFamily family) {
    return EndpointSettings.of(url, family, Duration.ofMinutes(5));
  }
}
