package dev.roomline.benchmark;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies and removes the files of a run. */
final class FileTrees {
  private FileTrees() {}

  /** Links pictures, which are never written to again, and copies all other files. */
  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        Files.createDirectories(to.resolve(from.relativize(folder)));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        var copy = to.resolve(from.relativize(file));
        if (file.toString().matches(".*[.](png|jpg)")) Files.createLink(copy, file);
        else Files.copy(file, copy);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException slip) throws IOException {
        if (slip instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
        throw slip;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path emptied, IOException slip) throws IOException {
        Files.deleteIfExists(emptied);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
