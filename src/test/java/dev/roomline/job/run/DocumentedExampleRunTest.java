package dev.roomline.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.roomline.failure.ExitCode;
import dev.roomline.job.JobFolder;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider's documented example, from a line of the room list to a line of results. */
class DocumentedExampleRunTest {
  private static final String PHOTO =
      "https://huggingface.co/lllyasviel/sd-controlnet-mlsd/resolve/main/images/room.png";
  private static final String PICTURE = "/generations/3124f636-efb2-46b8-a0d1-0580eeff8653-0.png";
  private static final String META = """
      {"prompt":" room","model_id":"realistic-vision-v13","controlnet_model":"mlsd",\
      "controlnet_type":"mlsd","negative_prompt":"","scheduler":"EulerAncestralDiscreteScheduler",\
      "safetychecker":"no","auto_hint":"yes","guess_mode":"no","strength":0.55,"W":512,"H":512,\
      "guidance_scale":3,"seed":3969949281,"multi_lingual":"no","init_image":"%s",\
      "mask_image":null,"steps":50,"full_url":"no","upscale":"no","n_samples":1,"embeddings":null,\
      "lora":null,"outdir":"out","file_prefix":"3124f636-efb2-46b8-a0d1-0580eeff8653"}""".formatted(PHOTO);
  private static final String ANSWER = """
      {"status": "success", "generationTime": 8.352862119674683, "id": 14756394,
       "output": ["OUTPUT"], "meta": %s}
      """.formatted(META);

  @TempDir
  Path folder;

  private HttpServer provider;
  private String output = "";
  private String answer = "";
  private JobFolder job;

  @BeforeEach
  void open() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext("/api/v5/interior", exchange -> {
      exchange.getRequestBody().readAllBytes();
      var body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    provider.createContext("/generations", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      ImageIO.write(picture(), "png", exchange.getResponseBody());
      exchange.close();
    });
    provider.start();
    var url = URI.create("http://127.0.0.1:" + provider.getAddress().getPort());
    output = url + PICTURE;
    answer = ANSWER.replace("OUTPUT", output);
    job = JobFolder.in(folder, url).csv("init_image,prompt\n" + PHOTO + ",room\n");
  }

  private static BufferedImage picture() {
    var picture = new BufferedImage(512, 384, BufferedImage.TYPE_INT_RGB);
    var canvas = picture.createGraphics();
    canvas.setPaint(new GradientPaint(0, 0, Color.WHITE, 512, 384, Color.DARK_GRAY));
    canvas.fillRect(0, 0, 512, 384);
    canvas.dispose();
    return picture;
  }

  @AfterEach
  void close() {
    provider.stop(0);
  }

  @Test
  void becomesItsLineOfResults() throws Exception {
    assertThat(job.run().exit()).isEqualTo(ExitCode.DONE);

    var line = job.lines().get(0).toMap();
    assertThat(line.remove("rendered_at")).startsWith("20").endsWith("Z");
    assertThat(line.remove("picture")).matches("pictures/room--[0-9a-f]{8}\\.png");
    assertThat(line.remove("sha256")).hasSize(64);
    assertThat(line)
        .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
            Map.entry("init_image", PHOTO),
            Map.entry("prompt", "room"),
            Map.entry("row", "2"),
            Map.entry("variant", "1"),
            Map.entry("style", ""),
            Map.entry("cost", ""),
            Map.entry("status", "rendered"),
            Map.entry("paid", "bought"),
            Map.entry("outputs", output),
            Map.entry("seed", "3969949281"),
            Map.entry("model_id", "realistic-vision-v13"),
            Map.entry("request_id", "14756394"),
            Map.entry("generation_time", "8.352862119674683"),
            Map.entry("attempts", "1"),
            Map.entry("error", ""),
            Map.entry("meta", META),
            Map.entry("width", "512"),
            Map.entry("height", "384"),
            Map.entry("checks", "")));
  }

  @Test
  void becomesItsRowOfTheTable() throws Exception {
    job.run();

    assertThat(job.singleResult())
        .containsEntry("row_no", 2L)
        .containsEntry("status", "rendered")
        .containsEntry("seed", 3969949281L)
        .containsEntry("generation_time", 8.352862119674683);
  }

  @Test
  void aMessageOfTheProviderNeverBecomesAFormula() throws Exception {
    answer = "{\"status\":\"error\",\"message\":\"=HYPERLINK(1)\"}";

    assertThat(job.run().exit()).isEqualTo(ExitCode.TROUBLE);

    assertThat(job.column("error")).containsExactly("'=HYPERLINK(1)");
  }

  @Test
  void theKeyIsHiddenInWhateverTheProviderEchoes() throws Exception {
    answer = answer.replace("\"outdir\":\"out\"", "\"outdir\":\"s3cret\"");

    job.run();

    assertThat(job.column("meta").get(0)).contains("\"outdir\":\"***\"");
  }
}
