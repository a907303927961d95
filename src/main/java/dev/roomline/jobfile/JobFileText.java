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

/** A sheet's text as a tree of nodes that know their lines; no object is built from it. */
final class JobFileText {
  private static final long LARGEST = 1 << 20;

  private JobFileText() {}

  /** The sheet's outermost group, or null if the sheet is empty. */
  static @Nullable MappingNode read(Path yaml) {
    try {
      if (Files.isDirectory(yaml))
        throw new InvalidInputException(yaml + " is a folder; name a sheet in it");
      if (Files.size(yaml) > LARGEST) {
        throw new InvalidInputException(
            yaml + " is larger than 1 MB; a sheet is a page of settings");
      }
      var root = compose(decoded(yaml, Files.readAllBytes(yaml)));
      if (root == null || root instanceof MappingNode) return (MappingNode) root;
      throw new InvalidInputException(
          yaml + ", line 1: a sheet is lines of key: value, this is not");
    } catch (MarkedYAMLException e) {
      throw new InvalidInputException(yaml + ", line " + line(e) + ": " + reason(e));
    } catch (YAMLException e) {
      throw new InvalidInputException(
          yaml + ": " + firstLine(e) + "; remove what is no plain text");
    } catch (AccessDeniedException e) {
      throw new InvalidInputException(yaml + " may not be read; check its permissions");
    } catch (IOException e) {
      throw new UncheckedIOException(yaml + " cannot be read", e);
    }
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
    if (problem.contains("TAB")) return "a tab is in the way; indent with spaces";
    return "this is not YAML (" + problem + "); check colons, quotes and indents around this line";
  }

  private static String firstLine(YAMLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("this is not YAML");
  }
}
