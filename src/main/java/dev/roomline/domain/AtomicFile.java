package dev.roomline.domain;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file that is written under a temporary name beside its place and then renamed, so that a reader
 * sees the old file or the new one, each whole. The temporary name cannot be guessed and is always
 * created anew, so that no link planted there is followed.
 */
public final class AtomicFile implements Closeable {
  private static final String ENDING = ".new";

  private final Path file;
  private final Path temporary;
  private final FileChannel channel;
  private boolean committed;

  private AtomicFile(Path file, Path temporary, FileAttribute<?>... attributes) throws IOException {
    this.file = file;
    this.temporary = temporary;
    this.channel = FileChannel.open(
        temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
  }

  /**
   * Begins to write. What killed processes left of earlier attempts is deleted.
   *
   * @param attributes what the file is created with
   * @throws IOException if a folder has the file's name, or its own folder is not there
   */
  public static AtomicFile create(Path file, FileAttribute<?>... attributes) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "Is a directory");
    }
    deleteLeftovers(file);
    return new AtomicFile(
        file, file.resolveSibling(file.getFileName() + "." + random() + ENDING), attributes);
  }

  /** Replaces a file by a text that survives a power cut. */
  public static void writeDurably(Path file, String text) throws IOException {
    try (var fresh = create(file)) {
      fresh.write(text);
      fresh.sync();
      fresh.commit();
    }
  }

  /** Replaces a file by a text; a power cut may lose it. */
  public static void write(Path file, String text, FileAttribute<?>... attributes)
      throws IOException {
    try (var fresh = create(file, attributes)) {
      fresh.write(text);
      fresh.commit();
    }
  }

  /** Renames a file that is whole, in place of whatever has that name. */
  public static void move(Path whole, Path file) throws IOException {
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Where to write to. */
  public OutputStream stream() {
    return Channels.newOutputStream(channel);
  }

  /** Waits until the disk has all that was written. */
  public void sync() throws IOException {
    channel.force(true);
  }

  /** Puts what was written in the file's place. */
  public void commit() throws IOException {
    channel.close();
    move(temporary, file);
    committed = true;
  }

  /** Drops what was written, unless it was committed. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!committed) Files.deleteIfExists(temporary);
  }

  private void write(String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) channel.write(bytes);
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }

  /** Former releases wrote to the file's name with the ending alone. */
  private static void deleteLeftovers(Path file) throws IOException {
    var leftover =
        Pattern.compile(Pattern.quote(file.getFileName().toString()) + "(\\.[-0-9a-f]{36})?\\.new");
    var folder = file.toAbsolutePath().resolveSibling("");
    try (var leftovers = Files.newDirectoryStream(
        folder, it -> leftover.matcher(it.getFileName().toString()).matches())) {
      for (var it : leftovers) {
        if (!Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS)) Files.deleteIfExists(it);
      }
    }
  }
}
