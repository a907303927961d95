package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.RoomPainter;

/** One download of a render's picture, correct or with a misbehaviour. */
record PictureResponse(Picture picture, Pictures pictures) {
  private static final String TYPE = "image/png";
  /** Above every client's limit, yet finite, so that a client without a limit ends too. */
  private static final long FLOOD = 100_000_000;

  private static final int SMALL = 256;
  private static final double SQUEEZE = 0.6;

  Response well() {
    return of(png());
  }

  byte[] png() {
    return pictures.png(picture);
  }

  Response of(byte[] png) {
    return Response.of(200, TYPE, png);
  }

  Response flood() {
    return Response.of(200, TYPE, new ResponseBody.Flood(png(), FLOOD));
  }

  Response small() {
    var room = pictures.render(picture);
    double scale = (double) SMALL / Math.max(room.getWidth(), room.getHeight());
    return of(Png.of(RoomPainter.scaled(room, scale, scale)));
  }

  Response squeezed() {
    return of(Png.of(RoomPainter.scaled(pictures.render(picture), SQUEEZE, 1)));
  }

  /** The photo of the room, not restyled. */
  Response photo() {
    var photo = pictures.originals().find(picture.photo());
    return photo == null ? of(Png.of(pictures.photo(picture.photo()))) : photo.answer();
  }

  /** Redirects to the same picture at another address, without misbehaviour. */
  Response moved() {
    return Response.elsewhere(302, picture.well().proxy(""));
  }
}
