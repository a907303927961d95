package dev.roomline.render;

import static dev.roomline.render.Faults.HTML;
import static dev.roomline.render.Faults.says;

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

/** Bodies that are not what they should be, all of them with HTTP 200. */
final class BodyFaults {
  private static final String KEPT = "Rendered/Kept";
  private static final int DEEP = 100_000;
  private static final int BOMB = 100_000_000;
  private static final int MEGABYTE = 1_000_000;

  private static final byte[] PACKED = bomb();

  private BodyFaults() {}

  static List<Row> rows() {
    var deep = "{\"status\":\"success\",\"id\":7,\"meta\":" + "[".repeat(DEEP) + "]".repeat(DEEP);
    return List.of(
        senseless("html", says(200, "Content-Type: text/html\r\n", HTML)),
        senseless("an empty body", says("")),
        senseless("a JSON list", says("[]")),
        senseless("JSON null", says("null")),
        senseless("JSON 100 000 deep", says(deep + "}")),
        senseless(
            "half the body, as announced",
            late((caller, well) -> caller.answer(200, "", Arrays.copyOf(well, well.length / 2)))),
        senseless("less body than announced", late((caller, well) -> {
          caller.say("HTTP/1.1 200 OK\r\nContent-Length: " + 2 * well.length + "\r\n\r\n");
          caller.say(well);
        })),
        senseless(
            "a gzip bomb",
            late((caller, well) -> caller.answer(200, "Content-Encoding: gzip\r\n", PACKED))),
        senseless("an endless body", late((caller, well) -> flood(caller))),
        senseless(
            "no UTF-8 at all",
            late((caller, well) ->
                caller.answer(200, "", new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF, (byte) 0xFE}))),
        harmless(
            "a wrong content type",
            late((caller, well) -> caller.answer(200, "Content-Type: text/plain\r\n", well))),
        harmless("no length", late((caller, well) -> {
          caller.say("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
          caller.say(well);
        })),
        new Row("a blank picture", late((caller, well) -> caller.answer(200, "", blank())))
            .download("Rendered/Kept, to review"),
        new Row("text that is no UTF-8", late(BodyFaults::latin))
            .create(KEPT)
            .collect(KEPT)
            .upload(KEPT));
  }

  private static Fault late(Conduct conduct) {
    return Fault.late(conduct);
  }

  private static Row senseless(String name, Fault fault) {
    return new Row(name, fault)
        .create("Unsure")
        .collect("Accepted")
        .upload("NotSent")
        .download("Rendered/Missing");
  }

  private static Row harmless(String name, Fault fault) {
    return new Row(name, fault).create(KEPT).collect(KEPT).upload(KEPT).download(KEPT);
  }

  private static void latin(Caller caller, byte[] well) throws IOException {
    var text = new String(well, StandardCharsets.UTF_8);
    var said = "{\"message\":\"d\u00E9j\u00E0 vu\"," + text.substring(1);
    caller.answer(200, "", said.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A gigabyte in pieces, if anybody takes it. */
  private static void flood(Caller caller) throws IOException {
    caller.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    var piece = new byte[MEGABYTE];
    for (var n = 0; n < 1000; n++) {
      caller.say(Integer.toHexString(MEGABYTE) + "\r\n");
      caller.say(piece);
      caller.say("\r\n");
    }
    caller.say("0\r\n\r\n");
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
