package dev.roomline.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/**
 * Tells from a file's size and time alone whether it is as it was kept. Below the second, its time is
 * a number that follows from its name and size: writing to the file changes the time, and cutting it
 * short changes the size.
 */
final class FileStamp {
  private static final int MICROSECONDS = 1_000_000;

  private FileStamp() {}

  /** Stamps a file that is whole. Where a file system keeps no microseconds this has no effect. */
  static void put(Path file, String name) throws IOException {
    setMicroseconds(file, number(name, Files.size(file)));
  }

  /** Takes the stamp away from a file that is damaged. */
  static void remove(Path file, String name) throws IOException {
    setMicroseconds(file, (number(name, Files.size(file)) + 1) % MICROSECONDS);
  }

  /** Whether nothing was written to the file since it was stamped, and nothing was cut off. */
  static boolean isOn(BasicFileAttributes file, String name) {
    var time = file.lastModifiedTime().toInstant();
    return time.get(ChronoField.MICRO_OF_SECOND) == number(name, file.size());
  }

  private static int number(String name, long size) {
    return Math.floorMod((name + size).hashCode(), MICROSECONDS);
  }

  private static void setMicroseconds(Path file, int number) throws IOException {
    var second = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
    Files.setLastModifiedTime(file, FileTime.from(second.plus(number, ChronoUnit.MICROS)));
  }
}
