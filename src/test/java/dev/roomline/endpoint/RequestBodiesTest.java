package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBodiesTest {

  private static final Photo PHOTO = new Photo("https://p.example/1.jpg", "1", null);

  @Test
  void documentedFieldsComeFirstAndOnlyWhatIsSetIsSent() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("strength", new BigDecimal("0.55"));
    parameters.put("guidance_scale", new BigDecimal("7.50"));
    parameters.put("steps", 30L);
    parameters.put("seed", 3969949281L);

    assertThat(create(ApiFamily.V5, parameters, Map.of()))
        .endsWith("\"steps\":30,\"guidance_scale\":7.5,\"strength\":0.55,\"seed\":3969949281}");
  }

  @Test
  void laterFamiliesCallStepsByAnotherName() {
    for (var family : new ApiFamily[] {ApiFamily.V6, ApiFamily.ENTERPRISE}) {
      assertThat(create(family, Map.of("steps", 31L), Map.of()))
          .endsWith("\"prompt\":\"room\",\"num_inference_steps\":31}");
    }
  }

  @Test
  void extraFieldsGoAsTheyAreAndMayReplaceAParameterOnly() {
    var extra = new LinkedHashMap<String, Object>();
    extra.put("guidance_scale", 3);
    extra.put("base64", false);
    extra.put("lora", Map.of("name", "x"));
    extra.put("key", "stolen");

    assertThat(create(ApiFamily.V5, Map.of("guidance_scale", 7L), extra))
        .isEqualTo("{\"key\":\"k\",\"init_image\":\"https://p.example/1.jpg\",\"prompt\":\"room\","
            + "\"guidance_scale\":3,\"base64\":false,\"lora\":{\"name\":\"x\"}}");
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "7.0, 7", "1E+1, 10", "20.00, 20", "0.55, 0.55", "-0.10, -0.1", "0.0, 0"})
  void numbersAreWrittenPlainly(BigDecimal number, String written) {
    assertThat(create(ApiFamily.V5, Map.of("guidance_scale", number), Map.of()))
        .endsWith("\"guidance_scale\":" + written + "}");
  }

  private static String create(
      ApiFamily family, Map<String, Object> parameters, Map<String, Object> extra) {
    var settings = EndpointSettings.of("modelslab.com", family, Duration.ofMinutes(5));
    var requestBodies = new RequestBodies(settings, ApiKey.from("k"));
    return requestBodies.create(new RenderRequest(PHOTO, "room", parameters, extra));
  }
}
