package dev.roomline.jobfile;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the file of a job. */
public final class JobFileFinder {
  private JobFileFinder() {}

  /**
   * The file of a job: a path as it is, or a bare name ({@code nightly} is {@code
   * jobs/nightly.yml} in the working folder).
   *
   * @throws InvalidInputException if there is none, with the nearest one there is
   */
  public static Path find(String job) {
    return find(Path.of(""), job);
  }

  /**
   * Finds a job and reads its job file, or makes one with all defaults if it is a CSV.
   *
   * @param overrides as for {@link JobFile#load}
   * @throws InvalidInputException if there is none or something is wrong with it
   */
  public static JobFile open(String job, Map<String, String> overrides) {
    var file = find(job);
    return isCsv(file.toString()) ? JobFile.ofCsv(file, overrides) : JobFile.load(file, overrides);
  }

  static Path find(Path working, String job) {
    try {
      var path = working.resolve(job);
      var named = working.resolve("jobs").resolve(job + ".yml");
      var isName = !job.contains("/") && !job.contains("\\") && !isFile(job);
      for (var candidate : List.of(isName ? named : path, path)) {
        if (Files.isRegularFile(candidate)) return candidate;
      }
      var here = working.resolve(job + ".yml");
      if (isName && Files.isRegularFile(here)) {
        throw new InvalidInputException(named + " does not exist; did you mean " + here + "?");
      }
      mustExist(isName ? named : path);
      return path;
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          "'" + job + "' is not a job; name a job file or a room list (CSV)");
    }
  }

  static void mustExist(Path file) {
    if (Files.exists(file)) return;
    var name = String.valueOf(file.getFileName());
    var near = Suggestion.nearest(name, neighbours(file)).map(file::resolveSibling);
    throw new InvalidInputException(file + " does not exist"
        + near.map(it -> "; did you mean " + it + "?").orElse("; check the name and the folder"));
  }

  /** A file's name without folder and ending. */
  public static String name(Path file) {
    var name = String.valueOf(file.getFileName());
    var dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static List<String> neighbours(Path file) {
    try (Stream<Path> files = Files.list(file.toAbsolutePath().resolveSibling(""))) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .filter(JobFileFinder::isFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isFile(String name) {
    var ending = name.toLowerCase(Locale.ROOT);
    return ending.endsWith(".yml") || ending.endsWith(".yaml") || isCsv(name);
  }

  private static boolean isCsv(String name) {
    var ending = name.toLowerCase(Locale.ROOT);
    return ending.endsWith(".csv") || ending.endsWith(".tsv");
  }
}
