package dev.roomline.images;

import dev.roomline.domain.AtomicFile;
import dev.roomline.domain.OwnerOnly;
import dev.roomline.domain.Picture;
import dev.roomline.domain.PlainFile;
import dev.roomline.domain.Sha256;
import dev.roomline.images.InspectionResult.Whole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/**
 * The picture store's files: pictures and thumbnails by SHA-256, and unfinished downloads. Only the
 * folder's owner may enter it. The files in it have the permissions of any new file, as those in the
 * output folder are links to them.
 */
record PictureStoreFolder(Path folder) {

  static PictureStoreFolder open(Path folder) {
    var pictureStore = new PictureStoreFolder(folder);
    try {
      pictureStore.create();
      try (var leftOver = Files.newDirectoryStream(pictureStore.incomingFolder())) {
        for (var file : leftOver) Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + folder, e);
    }
    return pictureStore;
  }

  /** Refuses links: what lies behind one would be deleted or written over. */
  private void create() throws IOException {
    PlainFile.requireNoLink(folder);
    OwnerOnly.createFolder(folder);
    OwnerOnly.restrict(folder);
    try (var subfolders = Files.newDirectoryStream(folder)) {
      subfolders.forEach(PlainFile::requireNoLink);
    }
    Files.createDirectories(incomingFolder());
  }

  /** Whether a picture is here with the bytes it was kept with. They are read only if its stamp is gone. */
  boolean has(Picture picture) throws IOException {
    var file = picture(picture);
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return false;
    }
    if (!now.isRegularFile()) return false;
    if (FileStamp.isOn(now, picture.sha256())) return true;
    if (!Sha256.ofFile(file).equals(picture.sha256())) return false;
    stampAgain(file, picture);
    return true;
  }

  /** The file was touched, copied, or kept by an earlier release. */
  private static void stampAgain(Path file, Picture picture) {
    try {
      FileStamp.put(file, picture.sha256());
    } catch (IOException e) {
      // Another user's file: it is read again the next time.
    }
  }

  private Path incomingFolder() {
    return folder.resolve("incoming");
  }

  /** A new file to download to. */
  Path incoming() throws IOException {
    return Files.createFile(incomingFolder().resolve(UUID.randomUUID() + ".part"));
  }

  Path picture(Picture picture) {
    return subfolder(picture).resolve(picture.sha256() + "." + picture.type());
  }

  Path thumbnail(Picture picture) {
    return subfolder(picture).resolve(picture.sha256() + ".small.jpg");
  }

  /** Moves a downloaded file to its final name, after it is durable. */
  void put(Path incoming, Picture picture) throws IOException {
    FileStamp.put(incoming, picture.sha256());
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
