package dev.roomline.render;

import static dev.roomline.render.CommonFaults.HTML;
import static dev.roomline.render.CommonFaults.respondsWith;

import dev.roomline.render.Fault.Conduct;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Wrong bodies, all of them with HTTP 200. */
final class BodyFaults {
  private static final String KEPT = "Rendered/Kept";
  private static final int DEEP = 100_000;
  private static final int BOMB = 100_000_000;
  private static final int MEGABYTE = 1_000_000;

  private static final byte[] PACKED = bomb();

  private BodyFaults() {}

  static List<FaultRow> rows() {
    var deep = "{\"status\":\"success\",\"id\":7,\"meta\":" + "[".repeat(DEEP) + "]".repeat(DEEP);
    return List.of(
        senseless("html", respondsWith(200, "Content-Type: text/html\r\n", HTML)),
        senseless("an empty body", respondsWith("")),
        senseless("a JSON list", respondsWith("[]")),
        senseless("JSON null", respondsWith("null")),
        senseless("JSON 100 000 deep", respondsWith(deep + "}")),
        senseless(
            "half the body, as announced",
            late((rawConnection, well) ->
                rawConnection.answer(200, "", Arrays.copyOf(well, well.length / 2)))),
        senseless("less body than announced", late((rawConnection, well) -> {
          rawConnection.say("HTTP/1.1 200 OK\r\nContent-Length: " + 2 * well.length + "\r\n\r\n");
          rawConnection.say(well);
        })),
        senseless(
            "a gzip bomb",
            late((rawConnection, well) ->
                rawConnection.answer(200, "Content-Encoding: gzip\r\n", PACKED))),
        senseless("an endless body", late((rawConnection, well) -> flood(rawConnection))),
        senseless(
            "no UTF-8 at all",
            late((rawConnection, well) -> rawConnection.answer(
                200, "", new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF, (byte) 0xFE}))),
        harmless(
            "a wrong content type",
            late((rawConnection, well) ->
                rawConnection.answer(200, "Content-Type: text/plain\r\n", well))),
        harmless("no length", late((rawConnection, well) -> {
          rawConnection.say("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
          rawConnection.say(well);
        })),
        new FaultRow(
                "a blank picture",
                late((rawConnection, well) -> rawConnection.answer(200, "", blank())))
            .download("Rendered/Kept, to review"),
        new FaultRow("text that is no UTF-8", late(BodyFaults::latin))
            .create(KEPT)
            .collect(KEPT)
            .upload(KEPT));
  }

  private static Fault late(Conduct conduct) {
    return Fault.late(conduct);
  }

  private static FaultRow senseless(String name, Fault fault) {
    return new FaultRow(name, fault)
        .create("Unsure")
        .collect("Accepted")
        .upload("NotSent")
        .download("Rendered/Missing");
  }

  private static FaultRow harmless(String name, Fault fault) {
    return new FaultRow(name, fault).create(KEPT).collect(KEPT).upload(KEPT).download(KEPT);
  }

  private static void latin(RawConnection rawConnection, byte[] well) throws IOException {
    var text = new String(well, StandardCharsets.UTF_8);
    var said = "{\"message\":\"d\u00E9j\u00E0 vu\"," + text.substring(1);
    rawConnection.answer(200, "", said.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A gigabyte in chunks, unless the client stops reading. */
  private static void flood(RawConnection rawConnection) throws IOException {
    rawConnection.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    var piece = new byte[MEGABYTE];
    for (var n = 0; n < 1000; n++) {
      rawConnection.say(Integer.toHexString(MEGABYTE) + "\r\n");
      rawConnection.say(piece);
      rawConnection.say("\r\n");
    }
    rawConnection.say("0\r\n\r\n");
  }

  private static byte[] blank() throws IOException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  private static byte[] bomb() {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      var piece = new byte[MEGABYTE];
      for (var n = 0; n < BOMB / MEGABYTE; n++) gzip.write(piece);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
