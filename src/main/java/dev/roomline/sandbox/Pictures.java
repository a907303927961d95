package dev.roomline.sandbox;

import dev.roomline.sandbox.draw.Dice;
import dev.roomline.sandbox.draw.Mark;
import dev.roomline.sandbox.draw.RoomPainter;
import dev.roomline.sandbox.restyle.Palette;
import dev.roomline.sandbox.restyle.Restyler;
import java.awt.image.BufferedImage;

/** The renders, drawn on request and cached. */
record Pictures(
    Originals originals, int longest, LruCache<byte[]> drawn, LruCache<BufferedImage> photos) {
  private static final int KEPT = 64;
  /** Few, because pixels are large and help only if one photo is rendered several times. */
  private static final int PHOTOS = 8;

  private static final String ANY = "any room ";

  Pictures(Originals originals, int longest) {
    this(originals, longest, new LruCache<>(KEPT), new LruCache<>(PHOTOS));
  }

  byte[] png(Picture picture) {
    var name = picture.photo() + ' ' + picture.style() + ' ' + picture.seed();
    var known = drawn.get(name);
    if (known != null) return known;
    var plain = Png.of(render(picture));
    var bytes = isOneOfMany(picture.photo()) ? Png.titled(plain, name) : plain;
    drawn.put(name, bytes);
    return bytes;
  }

  BufferedImage render(Picture picture) {
    var style = Palette.named(picture.style());
    var room = Restyler.restyle(photo(picture.photo()), style, picture.seed());
    Mark.on(room);
    return room;
  }

  /** The photo itself, or a drawn room if the sandbox cannot read it. */
  BufferedImage photo(String name) {
    var known = photos.get(name);
    if (known != null) return known;
    var original = originals.find(name);
    var seen = original == null ? null : PhotoReader.read(original.file());
    if (seen == null && isOneOfMany(name)) {
      return photo(ANY + Math.floorMod(Dice.hash(name), PHOTOS));
    }
    var photo = fitted(seen == null ? standIn(name) : seen);
    photos.put(name, photo);
    return photo;
  }

  private static BufferedImage standIn(String name) {
    var room = RoomPainter.paint(Dice.hash(name));
    var shape = Upload.shape(name);
    if (shape != null) room = RoomPainter.cropped(room, shape.getWidth() / shape.getHeight());
    return room;
  }

  /** Load tests use many small pictures, so a few rooms serve for all photos; titles tell them apart. */
  private boolean isOneOfMany(String name) {
    return longest < PhotoReader.LONGEST && Upload.shape(name) == null && !name.startsWith(ANY);
  }

  private BufferedImage fitted(BufferedImage photo) {
    double scale = (double) longest / Math.max(photo.getWidth(), photo.getHeight());
    return scale == 1 ? photo : RoomPainter.scaled(photo, scale, scale);
  }
}
