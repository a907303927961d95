package dev.roomline.images;

import dev.roomline.images.Inspected.Whole;
import dev.roomline.room.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The shelf's files: pictures and thumbnails by SHA-256, and what is still being fetched. */
record ShelfFolder(Path folder) {

  static ShelfFolder open(Path folder) {
    var shelf = new ShelfFolder(folder);
    try {
      Files.createDirectories(shelf.desk());
      try (var leftOver = Files.newDirectoryStream(shelf.desk())) {
        for (var file : leftOver) Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + folder, e);
    }
    return shelf;
  }

  private Path desk() {
    return folder.resolve("incoming");
  }

  /** A file to fetch into, not there yet. */
  Path incoming() {
    return desk().resolve(UUID.randomUUID() + ".part");
  }

  Path picture(Picture picture) {
    return drawer(picture).resolve(picture.sha256() + "." + picture.type());
  }

  Path thumbnail(Picture picture) {
    return drawer(picture).resolve(picture.sha256() + ".small.jpg");
  }

  /** Puts a fetched file under its final name, durable before it has it. */
  void put(Path incoming, Picture picture) throws IOException {
    Files.createDirectories(drawer(picture));
    try (var channel = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    // Hard links share the bytes: an editor must not write into them.
    var unused = incoming.toFile().setReadOnly();
    Files.move(
        incoming,
        picture(picture),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  void putThumbnail(Whole whole) throws IOException {
    Files.createDirectories(drawer(whole.picture()));
    var small = incoming();
    Thumbnails.write(whole.thumbnail(), small);
    Files.move(
        small,
        thumbnail(whole.picture()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Path drawer(Picture picture) {
    return folder.resolve(picture.sha256().substring(0, 2));
  }
}
