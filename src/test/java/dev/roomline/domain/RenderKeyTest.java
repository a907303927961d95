package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderKeyTest {
  private static final Photo PHOTO =
      new Photo("http://a.example/1.jpg", "http://a.example/1.jpg", null);
  private static final Map<String, Object> PARAMETERS = Map.of("steps", 50L, "guidance_scale", 7L);

  /** A change of these values makes every user pay again for what they have paid for. */
  @Test
  void keysNeverChangeBetweenReleases() {
    assertThat(RenderKey.of("sandbox v5", request("room", PARAMETERS)).value())
        .isEqualTo("4863e90ceda168c2ef7ea0108666869e1f5636c23d47c2d89b9ee3de5efa8069");
    var extra = Map.<String, Object>of("samples", 1, "list", List.of("a", true));
    assertThat(RenderKey.of(
                "https://modelslab.com v6", new RenderRequest(PHOTO, "room", PARAMETERS, extra))
            .value())
        .isEqualTo("f902b53f3384a739ac5ed1821794a8ae3c8cf8a7bd83c98899518bd43934fb18");
  }

  /** As above. */
  @Test
  void keysOfVariantsAndStylesNeverChangeEither() {
    var second = new RenderRequest(PHOTO, "room", PARAMETERS, Map.of(), 2);
    assertThat(RenderKey.of("sandbox v5", second).value())
        .isEqualTo("cc7c4e8f60157e97905d5ea28cb64b08580cd602466823e24ab946eb15f20dc5");
    var styled = Map.<String, Object>of(
        "steps",
        31L,
        "guidance_scale",
        new BigDecimal("7.5"),
        "negative_prompt",
        "people",
        "strength",
        new BigDecimal("0.7"),
        "seed",
        4_294_967_295L);
    assertThat(RenderKey.of("sandbox v6", request("kitchen, pale oak", styled)).value())
        .isEqualTo("7e9107cee836d5eac20d38a0552e7a1a5264f1cc25b4f2831dca116d80ba28c3");
  }

  @Test
  void theFirstVariantIsThePlainRender() {
    var first = new RenderRequest(PHOTO, "room", PARAMETERS, Map.of(), 1);

    assertThat(RenderKey.of("a", first)).isEqualTo(RenderKey.of("a", request("room", PARAMETERS)));
  }

  @Test
  void everyFurtherVariantIsARenderOfItsOwn() {
    var keys = IntStream.rangeClosed(1, 100)
        .mapToObj(variant -> new RenderRequest(PHOTO, "room", PARAMETERS, Map.of(), variant))
        .map(request -> RenderKey.of("a", request));

    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void theSameNumberIsTheSameKeyHoweverItIsWritten() {
    var seven = Map.<String, Object>of("steps", 50L, "guidance_scale", new BigDecimal("7.00"));

    assertThat(RenderKey.of("a", request("room", seven)))
        .isEqualTo(RenderKey.of("a", request("room", PARAMETERS)));
  }

  @Test
  void placePromptAndParametersMakeAnotherKey() {
    var keys = List.of(
        RenderKey.of("a", request("room", PARAMETERS)),
        RenderKey.of("b", request("room", PARAMETERS)),
        RenderKey.of("a", request("Room", PARAMETERS)),
        RenderKey.of("a", request("room", Map.of("steps", 51L, "guidance_scale", 7L))),
        RenderKey.of("a", request("room", Map.of("steps", 50L))));

    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void theAddressOfThePhotoDoesNotMatterOnlyItsIdentity() {
    var signed = new Photo(PHOTO.url() + "?Signature=abc", PHOTO.identity(), null);

    assertThat(RenderKey.of("a", new RenderRequest(signed, "room", PARAMETERS, Map.of())))
        .isEqualTo(RenderKey.of("a", request("room", PARAMETERS)));
  }

  private static RenderRequest request(String prompt, Map<String, Object> parameters) {
    return new RenderRequest(PHOTO, prompt, parameters, Map.of());
  }
}
