package dev.roomline.jobfile;

import dev.roomline.domain.InvalidInputException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** A job file's text as a tree of nodes that know their lines; no object is built from it. */
final class JobFileText {
  private static final long LARGEST = 1 << 20;

  private JobFileText() {}

  /** The job file's outermost group, or null if the file is empty. */
  static @Nullable MappingNode read(Path yaml) {
    try {
      if (Files.isDirectory(yaml))
        throw new InvalidInputException(
            yaml + " is a folder; name a job file or a room list in it");
      if (!Files.isRegularFile(yaml))
        throw new InvalidInputException(yaml + " is not a plain file; name a job file");
      if (Files.size(yaml) > LARGEST) {
        throw new InvalidInputException(
            yaml + " is larger than 1 MB; a job file is a short list of settings");
      }
      var bytes = Files.readAllBytes(yaml);
      if (isExcel(bytes)) {
        throw new InvalidInputException(
            yaml + " is an Excel workbook; save it as \"CSV UTF-8\" and try again");
      }
      var root = compose(decoded(yaml, bytes));
      if (root == null || root instanceof MappingNode) return (MappingNode) root;
      throw new InvalidInputException(
          yaml + ", line 1: this is not a job file, which has lines of key: value");
    } catch (MarkedYAMLException e) {
      throw new InvalidInputException(yaml + ", line " + line(e) + ": " + reason(e));
    } catch (YAMLException e) {
      throw new InvalidInputException(yaml + ": " + firstLine(e) + "; a job file is plain text");
    } catch (AccessDeniedException e) {
      throw new InvalidInputException(yaml + " cannot be read; check its permissions");
    } catch (IOException e) {
      throw new UncheckedIOException(yaml + " cannot be read", e);
    }
  }

  /** An .xlsx file is a ZIP archive. */
  private static boolean isExcel(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
  }

  static @Nullable Node compose(String text) {
    return new Yaml(new LoaderOptions()).compose(new StringReader(text));
  }

  private static String decoded(Path yaml, byte[] bytes) {
    try {
      var text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(yaml + " is not UTF-8; save it as UTF-8");
    }
  }

  private static int line(MarkedYAMLException e) {
    var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static String reason(MarkedYAMLException e) {
    var problem = String.valueOf(e.getProblem()).lines().findFirst().orElse("");
    if (problem.contains("TAB")) return "a tab is not allowed here; indent with spaces";
    return "this is not YAML (" + problem + "); check colons, quotes and indents around this line";
  }

  private static String firstLine(YAMLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("this is not YAML");
  }
}
