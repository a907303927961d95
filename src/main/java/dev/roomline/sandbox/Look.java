package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.RoomPainter;

/** One look at a render, of which whatever is wrong with the picture is made. */
record Look(Picture picture, Pictures pictures) {
  private static final String TYPE = "image/png";
  /** Longer than anyone should want, and yet a client without a limit comes to its end. */
  private static final long FLOOD = 100_000_000;

  private static final int SMALL = 256;
  private static final double SQUEEZE = 0.6;

  Answer well() {
    return of(png());
  }

  byte[] png() {
    return pictures.png(picture);
  }

  Answer of(byte[] png) {
    return Answer.of(200, TYPE, png);
  }

  Answer flood() {
    return Answer.of(200, TYPE, new Body.Flood(png(), FLOOD));
  }

  Answer small() {
    var room = pictures.render(picture);
    double scale = (double) SMALL / Math.max(room.getWidth(), room.getHeight());
    return of(Png.of(RoomPainter.scaled(room, scale, scale)));
  }

  Answer squeezed() {
    return of(Png.of(RoomPainter.scaled(pictures.render(picture), SQUEEZE, 1)));
  }

  /** What the room looked like before. */
  Answer photo() {
    var photo = pictures.originals().find(picture.photo());
    return photo == null ? of(Png.of(pictures.photo(picture.photo()))) : photo.answer();
  }

  /** To the same picture, well and elsewhere. */
  Answer moved() {
    return Answer.elsewhere(302, picture.well().proxy(""));
  }
}
