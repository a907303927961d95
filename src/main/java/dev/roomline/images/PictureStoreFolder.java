package dev.roomline.images;

import dev.roomline.domain.AtomicFile;
import dev.roomline.domain.Picture;
import dev.roomline.images.InspectionResult.Whole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The picture store's files: pictures and thumbnails by SHA-256, and unfinished downloads. */
record PictureStoreFolder(Path folder) {

  static PictureStoreFolder open(Path folder) {
    var pictureStore = new PictureStoreFolder(folder);
    try {
      Files.createDirectories(pictureStore.incomingFolder());
      try (var leftOver = Files.newDirectoryStream(pictureStore.incomingFolder())) {
        for (var file : leftOver) Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + folder, e);
    }
    return pictureStore;
  }

  private Path incomingFolder() {
    return folder.resolve("incoming");
  }

  /** A new file name to download to. */
  Path incoming() {
    return incomingFolder().resolve(UUID.randomUUID() + ".part");
  }

  Path picture(Picture picture) {
    return subfolder(picture).resolve(picture.sha256() + "." + picture.type());
  }

  Path thumbnail(Picture picture) {
    return subfolder(picture).resolve(picture.sha256() + ".small.jpg");
  }

  /** Moves a downloaded file to its final name, after it is durable. */
  void put(Path incoming, Picture picture) throws IOException {
    try (var channel = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    // Hard links share the bytes: an editor must not write into them.
    var unused = incoming.toFile().setReadOnly();
    move(incoming, picture(picture));
  }

  void putThumbnail(Whole whole) throws IOException {
    var small = incoming();
    Thumbnails.write(whole.thumbnail(), small);
    move(small, thumbnail(whole.picture()));
  }

  private static void move(Path incoming, Path place) throws IOException {
    try {
      AtomicFile.move(incoming, place);
    } catch (NoSuchFileException e) {
      Files.createDirectories(place.getParent()); // the first one in its subfolder
      AtomicFile.move(incoming, place);
    }
  }

  private Path subfolder(Picture picture) {
    return folder.resolve(picture.sha256().substring(0, 2));
  }
}
