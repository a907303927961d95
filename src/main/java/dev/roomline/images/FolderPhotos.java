package dev.roomline.images;

import dev.roomline.domain.Excerpt;
import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Photo;
import dev.roomline.domain.Sha256;
import dev.roomline.download.PercentEncoding;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Photos in a folder. A row cannot name a file outside of it. */
final class FolderPhotos implements PhotoSource {
  private final Path folder;
  private final @Nullable String servedAt;
  private final Set<String> ignored;
  private final FileCache<Known> known;

  /** A file's identity, or why it is not a photo. */
  private record Known(String identity, @Nullable String problem) {}

  private FolderPhotos(
      Path folder, @Nullable String servedAt, Set<String> ignored, FileCache<Known> known) {
    this.folder = folder;
    this.servedAt = servedAt;
    this.ignored = ignored;
    this.known = known;
  }

  static FolderPhotos of(Path folder, @Nullable URI servedAt) {
    var base = servedAt == null ? null : servedAt.toString();
    if (base != null && !base.endsWith("/")) base += "/";
    try {
      if (Files.isDirectory(folder)) {
        var known = new FileCache<>(FolderPhotos::read);
        return new FolderPhotos(folder.toRealPath(), base, Set.of(), known);
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "photos: the folder " + folder + " cannot be read; check its permissions");
    }
    throw new InvalidInputException(
        "photos: there is no folder " + folder + "; create it or correct photos:");
  }

  @Override
  public PhotoSource ignoring(Collection<String> parameters) {
    return new FolderPhotos(folder, servedAt, PhotoSource.names(parameters), known);
  }

  @Override
  public Found find(String initImage) {
    return PhotoName.find(initImage, ignored, this::named);
  }

  private Found named(String name) {
    try {
      return inFolder(name);
    } catch (AccessDeniedException e) {
      return missing(name, "cannot be read; check its permissions");
    } catch (IllegalArgumentException e) {
      return missing(name, "is not a valid file name on this machine; rename the photo");
    } catch (FileSystemException e) {
      return new Missing("photo \"%s\" not found in %s/; add it or correct the name"
          .formatted(Excerpt.of(name), folder.getFileName()));
    } catch (IOException e) {
      return missing(name, "cannot be read (" + e.getMessage() + "); check the disk");
    }
  }

  private Found inFolder(String name) throws IOException {
    var file = file(name).toRealPath();
    if (!file.startsWith(folder)) {
      return missing(name, "is a link out of the photos folder; copy the photo into the folder");
    }
    if (!Files.isRegularFile(file)) return missing(name, "is not a file; write a photo's name");
    var photo = known.of(file);
    if (photo.problem() != null) return missing(name, photo.problem());
    var url = servedAt == null ? null : servedAt + encoded(name);
    return new There(new Photo(url, photo.identity(), file));
  }

  private static Known read(Path file) throws IOException {
    return new Known(Photo.identity(Sha256.ofFile(file)), ImageInspector.unreadable(file));
  }

  /**
   * The file of this name. Under a locale such as cron's {@code LC_ALL=C} Java makes no path of a
   * name that is not ASCII, but it does of an address, which carries the name's bytes.
   */
  private Path file(String name) {
    if (name.chars().allMatch(letter -> letter < 128)) return folder.resolve(name);
    var inUtf8 = Path.of(URI.create(folder.toUri() + encoded(name)));
    if (Files.exists(inUtf8)) return inUtf8;
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      return inUtf8;
    }
  }

  private static String encoded(String name) {
    return Stream.of(name.split("/"))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .map(PercentEncoding::segment)
        .collect(Collectors.joining("/"));
  }

  private static Missing missing(String name, String problem) {
    return new Missing(Excerpt.of(name) + " " + problem);
  }
}
