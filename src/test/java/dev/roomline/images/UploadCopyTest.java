package dev.roomline.images;

import static dev.roomline.images.PictureFiles.corners;
import static dev.roomline.images.PictureFiles.cut;
import static dev.roomline.images.PictureFiles.exif;
import static dev.roomline.images.PictureFiles.file;
import static dev.roomline.images.PictureFiles.join;
import static dev.roomline.images.PictureFiles.latin;
import static dev.roomline.images.PictureFiles.noise;
import static dev.roomline.images.PictureFiles.quarters;
import static dev.roomline.images.PictureFiles.resource;
import static dev.roomline.images.PictureFiles.turned;
import static dev.roomline.images.PictureFiles.withChunk;
import static dev.roomline.images.PictureFiles.withSegment;
import static dev.roomline.images.PictureFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.images.UploadCopy.Ready;
import dev.roomline.images.UploadCopy.Unreadable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadCopyTest {
  private static final int PLENTY = 5_000_000;

  @TempDir
  Path folder;

  private Ready ready(byte[] photo, int mostBytes) throws IOException {
    var copied = UploadCopy.of(file(folder, photo), mostBytes);
    assertThat(copied).isInstanceOf(Ready.class);
    return (Ready) copied;
  }

  private BufferedImage copied(byte[] photo) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(ready(photo, PLENTY).bytes()));
  }

  @ParameterizedTest
  @CsvSource({"jpeg, image/jpeg", "png, image/png"})
  void plainPhotoGoesAsItIs(String format, String mime) throws IOException {
    var photo = written(format, quarters(60, 40));

    assertThat(ready(photo, PLENTY)).returns(mime, Ready::mime).returns(photo, Ready::bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmyk.jpg", "lossy.webp", "lossless.webp", "transparent.webp"})
  void everythingElseBecomesAJpeg(String name) throws IOException {
    var copy = ready(resource(name), PLENTY);

    assertThat(copy.mime()).isEqualTo("image/jpeg");
    assertThat(corners(ImageIO.read(new ByteArrayInputStream(copy.bytes())))).isEqualTo("RGBW");
  }

  @Test
  void firstFrameOfAGifIsThePhoto() throws IOException {
    assertThat(corners(copied(written("gif", quarters(60, 40))))).isEqualTo("RGBW");
  }

  @ParameterizedTest
  @CsvSource({"2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB"})
  void copyIsUpright(int orientation, String corners) throws IOException {
    assertThat(corners(copied(turned(written("jpeg", quarters(80, 40)), orientation))))
        .isEqualTo(corners);
  }

  @Test
  void copyOfAPhotoTheCameraHeldUprightCarriesNoExifEither() throws IOException {
    var photo = turned(written("jpeg", quarters(80, 40)), 1);

    assertThat(text(ready(photo, PLENTY))).doesNotContain("Exif");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS</x:xmpmeta>",
        "Photoshop 3.0\08BIM",
        "JFXX\0thumbnail",
        "anything of a maker's"
      })
  void nothingBesideThePixelsLeaves(String content) throws IOException {
    for (int marker : new int[] {0xE1, 0xED, 0xE0, 0xE5, 0xFE}) {
      var photo = withSegment(written("jpeg", quarters(80, 40)), marker, latin(content));
      assertThat(text(ready(photo, PLENTY))).doesNotContain(content);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tEXt", "iTXt", "zTXt", "eXIf", "tIME"})
  void nothingBesideThePixelsOfAPngLeaves(String type) throws IOException {
    var content = type.equals("eXIf") ? exif(1) : latin("Comment\0\0at home");
    var photo = withChunk(written("png", quarters(80, 40)), type, content);

    assertThat(ready(photo, PLENTY).mime()).isEqualTo("image/jpeg");
  }

  @Test
  void whatFollowsThePictureStays() throws IOException {
    var photo = join(written("jpeg", quarters(80, 40)), latin("a film of two seconds"));

    assertThat(text(ready(photo, PLENTY))).doesNotContain("film");
  }

  @ParameterizedTest
  @ValueSource(ints = {200_000, 60_000, 9_000})
  void dataAddressKeepsWithinTheBound(int mostBytes) throws IOException {
    var copy = ready(written("png", noise(400, 300)), mostBytes);
    var address =
        "data:" + copy.mime() + ";base64," + Base64.getEncoder().encodeToString(copy.bytes());

    assertThat(address.length()).isBetween(mostBytes / 3, mostBytes);
  }

  @Test
  void photoOfExactlyTheBoundGoesAsItIs() throws IOException {
    var photo = written("png", noise(40, 30));
    var length = "data:image/png;base64,".length() + (photo.length + 2) / 3 * 4;

    assertThat(ready(photo, length).mime()).isEqualTo("image/png");
    assertThat(ready(photo, length - 1).mime()).isEqualTo("image/jpeg");
  }

  @Test
  void transparencyBecomesWhite() throws IOException {
    var photo = written("png", new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB));

    assertThat(copied(withChunk(photo, "tEXt", latin("a\0b"))).getRGB(20, 20) & 0xFFFFFF)
        .isEqualTo(0xFFFFFF);
  }

  @Test
  void largePhotoIsAveraged() throws IOException {
    var photo = turned(written("jpeg", quarters(6_000, 4_000)), 6);

    assertThat(copied(photo)).satisfies(copy -> {
      assertThat(corners(copy)).isEqualTo("BRWG");
      assertThat(copy.getHeight()).isEqualTo(3_000);
    });
  }

  @Test
  void narrowPhotoKeepsAWidth() throws IOException {
    var photo = turned(written("jpeg", quarters(2, 9_000)), 3);

    assertThat(copied(photo).getWidth()).isEqualTo(1);
  }

  @Test
  void truncatedPhotoIsUnreadable() throws IOException {
    assertThat(UploadCopy.of(file(folder, cut(written("jpeg", noise(80, 40)), 9)), PLENTY))
        .isEqualTo(new Unreadable("is a truncated JPEG; copy it again"));
  }

  @Test
  void photoThatCannotBeDecodedIsUnreadable() throws IOException {
    assertThat(UploadCopy.of(file(folder, PictureFiles.pngThatClaims(30, 30)), PLENTY))
        .isInstanceOf(Unreadable.class);
  }

  private static String text(Ready copy) {
    return new String(copy.bytes(), StandardCharsets.ISO_8859_1);
  }
}
