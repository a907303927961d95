package dev.roomline.gallery;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The files of one gallery, written under temporary names and then put in place. A temporary name
 * cannot be guessed and is always created anew, so that no link planted there is followed.
 */
final class PageWriter implements Closeable {
  /** What HTML forbids in any spelling. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n]]");

  private static final Pattern LEFTOVER =
      Pattern.compile("(index|rooms-[0-9]+)\\.html(\\.[-0-9a-f]{36})?\\.new");

  private final Path folder;
  private final Template template = compiled();
  private final List<Path> written = new ArrayList<>();
  private boolean committed;

  /** Begins to write; temporary files of killed processes are deleted. */
  PageWriter(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    try (var leftovers = Files.newDirectoryStream(
        folder, it -> LEFTOVER.matcher(it.getFileName().toString()).matches())) {
      for (var it : leftovers) {
        if (!Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS)) Files.deleteIfExists(it);
      }
    }
  }

  /** The number of pages written. */
  int written() {
    return written.size();
  }

  /** Writes the next page. */
  void write(PageView page) throws IOException {
    var place = place(page.number());
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(place.toString(), null, "Is a directory");
    }
    var fresh = folder.resolve(place.getFileName() + "." + UUID.randomUUID() + ".new");
    try (var channel =
        FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      written.add(fresh);
      var out = new BufferedWriter(
          new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
      template.execute(page, out);
      out.flush();
      channel.force(true);
    }
  }

  /** Renames all pages to their final names, the first page last, so that its links work. */
  Path commit() throws IOException {
    for (var number = written.size(); number >= 1; number--) {
      Files.move(
          written.get(number - 1),
          place(number),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    committed = true;
    deleteAfter(written.size());
    return place(1);
  }

  /** Deletes the last page first, so that a kill leaves no gap that hides later pages. */
  private void deleteAfter(long number) throws IOException {
    var last = number;
    while (Files.exists(place(last + 1), LinkOption.NOFOLLOW_LINKS)) last++;
    for (var stale = last; stale > number; stale--) Files.delete(place(stale));
  }

  @Override
  public void close() throws IOException {
    if (committed) return;
    for (var fresh : written) Files.deleteIfExists(fresh);
  }

  private static Template compiled() {
    return Mustache.compiler()
        .withLoader(name -> new StringReader(PageAssets.text(name + ".mustache")))
        .emptyStringIsFalse(true)
        .strictSections(true)
        .nullValue("")
        .withEscaper(text -> Escapers.HTML.escape(CONTROL.matcher(text).replaceAll("\uFFFD")))
        .compile(new StringReader(PageAssets.text("page.mustache")));
  }

  private Path place(long number) {
    return folder.resolve(PageView.file(number));
  }
}
