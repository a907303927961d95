package dev.roomline.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.images.PictureChecks.Seen;
import dev.roomline.sandbox.SandboxExtension;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PictureChecksTest {
  private static final Path PHOTOS = Path.of("sample-data/photos").toAbsolutePath();
  private static final Pattern OUTPUT = Pattern.compile("\"output\" *: *\\[ *\"([^\"]+)\"");

  @RegisterExtension
  final SandboxExtension sandbox = new SandboxExtension();

  private final PictureChecks pictureChecks =
      new PictureChecks(new CheckSettings(1024, 768, true, true, true));

  static Stream<File> photos() {
    return Arrays.stream(Objects.requireNonNull(PHOTOS.toFile().listFiles()));
  }

  @ParameterizedTest
  @CsvSource({"0", "128", "255"})
  void oneColourIsBlank(int level) throws IOException {
    assertThat(reasons(compressed(changed(room(), any -> level), 0.8f)))
        .containsExactly("blank: one colour");
  }

  @Test
  void noiseOnOneColourIsBlank() throws IOException {
    var random = new Random(1);
    var noise = changed(room(), any -> 90 + (int) (8 * random.nextGaussian()));

    assertThat(reasons(compressed(noise, 0.8f))).containsExactly("blank: one colour");
  }

  @Test
  void watermarkOnOneColourIsBlank() throws IOException {
    var marked = changed(room(), any -> 0);
    var canvas = marked.createGraphics();
    canvas.setColor(Color.WHITE);
    for (int letter = 0; letter < 8; letter++) canvas.fillRect(500 + 14 * letter, 390, 7, 20);
    canvas.dispose();

    assertThat(reasons(marked)).containsExactly("blank: one colour");
  }

  @ParameterizedTest
  @MethodSource("photos")
  void roomAtNightIsNotBlank(File photo) throws IOException {
    var dark = changed(thumbnail(photo), level -> level / 15);

    assertThat(reasons(compressed(dark, 0.8f))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("photos")
  void roomFullOfLightIsNotBlank(File photo) throws IOException {
    var bright = changed(thumbnail(photo), level -> 255 - (255 - level) / 15);

    assertThat(reasons(compressed(bright, 0.8f))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 768, ",
    "768, 1024, ",
    "512, 512, 'small: 512x512, at least 1024x768 is asked for'",
    "1023, 900, 'small: 1023x900, at least 1024x768 is asked for'",
    "2000, 700, 'small: 2000x700, at least 1024x768 is asked for'",
  })
  void sizeIsMeasuredWhicheverWayRound(int width, int height, String reason) throws IOException {
    assertThat(pictureChecks.reasons(new Seen(width, height, new ColorGrid(room())), null))
        .isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "1536, 1024, ",
    "1088, 768, ",
    "1600, 1152, ",
    "1472, 896, 'aspect: 1.64:1, the photo is 3:2'",
    "1024, 1024, 'aspect: 1:1, the photo is 3:2'",
    "1024, 1536, 'aspect: 2:3, the photo is 3:2'",
    "1792, 1024, 'aspect: 7:4, the photo is 3:2'",
  })
  void shapeMayDifferAsMuchAsRoundingDoes(int width, int height, String reason) throws IOException {
    var photo = new Seen(
        3_000, 2_000, new ColorGrid(compressed(changed(room(), level -> 255 - level), 0.8f)));

    assertThat(pictureChecks.reasons(new Seen(width, height, new ColorGrid(room())), photo))
        .isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @ParameterizedTest
  @MethodSource("photos")
  void copyOfThePhotoIsThePhoto(File photo) throws IOException {
    var original = thumbnail(photo);
    var copy = compressed(Downscaler.to(original, 250, 166), 0.3f);

    assertThat(pictureChecks.reasons(seen(copy), seen(original)))
        .containsExactly("same: the photo itself came back");
  }

  @ParameterizedTest
  @MethodSource("photos")
  void restyledRoomIsNotThePhoto(File photo) throws Exception {
    sandbox.open(SandboxExtension.quick().withPhotos(PHOTOS));
    var room = render("scandinavian room", photo.getName());

    assertThat(pictureChecks.reasons(seen(room), seen(thumbnail(photo)))).isEmpty();
  }

  @Test
  void onePieceOfFurnitureMoreIsNotThePhoto() throws IOException {
    var staged = room();
    var canvas = staged.createGraphics();
    canvas.setColor(new Color(0x7A3B2E));
    canvas.fillRect(200, 250, 180, 120);
    canvas.dispose();

    assertThat(pictureChecks.reasons(seen(staged), seen(room()))).isEmpty();
  }

  @Test
  void whatIsSwitchedOffIsNotFound() throws IOException {
    var off = new PictureChecks(new CheckSettings(0, 0, false, false, false));
    var black = changed(room(), any -> 0);

    assertThat(off.reasons(
            new Seen(8, 8, new ColorGrid(black)), new Seen(80, 8, new ColorGrid(black))))
        .isEmpty();
  }

  private List<String> reasons(BufferedImage render) {
    return pictureChecks.reasons(seen(render), null);
  }

  /** As large as is asked for, whatever its thumbnail. */
  private static Seen seen(BufferedImage thumbnail) {
    return new Seen(1536, 1024, new ColorGrid(thumbnail));
  }

  private static BufferedImage room() throws IOException {
    return thumbnail(PHOTOS.resolve("kitchen.jpg").toFile());
  }

  private static BufferedImage thumbnail(File photo) throws IOException {
    return Downscaler.toLongest(RgbImages.of(ImageIO.read(photo)), Thumbnails.LONGEST);
  }

  private static BufferedImage compressed(BufferedImage image, float quality) throws IOException {
    return RgbImages.of(ImageIO.read(new ByteArrayInputStream(Jpeg.of(image, quality))));
  }

  private static BufferedImage changed(BufferedImage image, IntUnaryOperator level) {
    var changed = RgbImages.blank(image.getWidth(), image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      var line = image.getRaster().getPixels(0, y, image.getWidth(), 1, (int[]) null);
      for (int at = 0; at < line.length; at++)
        line[at] = Math.max(0, Math.min(255, level.applyAsInt(line[at])));
      changed.getRaster().setPixels(0, y, image.getWidth(), 1, line);
    }
    return changed;
  }

  private BufferedImage render(String prompt, String photo) throws Exception {
    var http = HttpClient.newHttpClient();
    var order =
        "{\"key\":\"any\",\"init_image\":\"%s/photos/%s\",\"prompt\":\"%s\",\"steps\":50,\"guidance_scale\":7}"
            .formatted(sandbox.url(), photo, prompt);
    var answer = http.send(
        HttpRequest.newBuilder(sandbox.url().resolve("/api/v5/interior"))
            .POST(BodyPublishers.ofString(order))
            .build(),
        BodyHandlers.ofString());
    var output = OUTPUT.matcher(answer.body());
    assertThat(output.find()).as(answer.body()).isTrue();
    var address = URI.create(output.group(1).replace("\\/", "/"));
    var picture = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
        .body();
    return RgbImages.of(ImageIO.read(picture));
  }
}
