package dev.roomline.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.domain.RenderOutcome.Rendered;
import org.junit.jupiter.api.Test;

/** The provider's own page: its request and its answer, character by character. */
class DocumentedExampleTest {

  private static final String META = """
      {"prompt":" room","model_id":"realistic-vision-v13","controlnet_model":"mlsd",\
      "controlnet_type":"mlsd","negative_prompt":"","scheduler":"EulerAncestralDiscreteScheduler",\
      "safetychecker":"no","auto_hint":"yes","guess_mode":"no","strength":0.55,"W":512,"H":512,\
      "guidance_scale":3,"seed":3969949281,"multi_lingual":"no",\
      "init_image":"https://huggingface.co/lllyasviel/sd-controlnet-mlsd/resolve/main/images/room.png",\
      "mask_image":null,"steps":50,"full_url":"no","upscale":"no","n_samples":1,"embeddings":null,\
      "lora":null,"outdir":"out","file_prefix":"3124f636-efb2-46b8-a0d1-0580eeff8653"}""";
  private static final String OUTPUT =
      "https://pub-8b49af329fae499aa563997f5d4068a4.r2.dev/generations/3124f636-efb2-46b8-a0d1-0580eeff8653-0.png";
  private static final String ANSWER =
      """
      {
          "status": "success",
          "generationTime": 8.352862119674683,
          "id": 14756394,
          "output": [
              "%s"
          ],
          "meta": %s
      }
      """.formatted(OUTPUT, META.replace(",\"", ",\n  \"").replace("\":", "\": "));

  @Test
  void sendsTheDocumentedBodyToTheDocumentedAddress() throws Exception {
    try (var provider = new FakeProvider().respondsWith(ANSWER);
        var client =
            new EndpointClient(EndpointFixture.settings(provider.base()), ApiKey.from(""))) {
      client.create(EndpointFixture.room());

      var asked = provider.requests.get(0);
      assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /api/v5/interior");
      assertThat(asked.headers().get("Content-type")).containsExactly("application/json");
      assertThat(asked.headers()).doesNotContainKeys("Accept-encoding", "Upgrade");
      assertThat(asked.body())
          .isEqualTo("{\"key\":\"\",\"init_image\":\"" + EndpointFixture.PHOTO
              + "\",\"prompt\":\"room\",\"steps\":50,\"guidance_scale\":7}");
    }
  }

  @Test
  void readsTheDocumentedAnswer() throws Exception {
    try (var provider = new FakeProvider().respondsWith(ANSWER);
        var client =
            new EndpointClient(EndpointFixture.settings(provider.base()), ApiKey.from(""))) {
      var render = ((Rendered) client.create(EndpointFixture.room())).render();

      assertThat(render.outputs()).containsExactly(OUTPUT);
      assertThat(render.seed()).isEqualTo(3969949281L);
      assertThat(render.modelId()).isEqualTo("realistic-vision-v13");
      assertThat(render.requestId()).isEqualTo("14756394");
      assertThat(render.generationTime()).isEqualTo(8.352862119674683);
      assertThat(render.meta()).isEqualTo(META);
    }
  }
}
