package dev.roomline.cli;

import dev.roomline.endpoint.ApiKey;
import dev.roomline.failure.ExitCode;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.jobfile.JobFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The API key: from the environment or a file it names, never from an option or a job file. */
final class ApiKeySource {
  private static final String KEY = "ROOMLINE_API_KEY";
  private static final String FILE = "ROOMLINE_API_KEY_FILE";
  private static final int MOST_BYTES = 10_000;
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Z}]+");
  private static final Pattern UNSEEN_ENDS = Pattern.compile("^" + UNSEEN + "|" + UNSEEN + "$");
  private static final Pattern QUOTED =
      Pattern.compile("([\"'`])(.*)\\1|[“”„](.*)[“”]|[‘’](.*)[‘’]");
  private static final Pattern ASSIGNED = Pattern.compile("(export )?[A-Z_]+ ?=.*");

  private ApiKeySource() {}

  /**
   * The key, which is hidden in every text as it is sent, and so must be nothing but the key.
   *
   * @param notice what was taken off the text, if that can be seen
   */
  record Found(ApiKey key, Optional<String> notice) {}

  /**
   * Reads the key; none where the endpoint costs nothing.
   *
   * @throws StartRefusedException if a paid endpoint has none, or if the text is not one key
   */
  static Found read(JobFile.Endpoint endpoint, Map<String, String> environment) {
    var inline = trimmed(environment.getOrDefault(KEY, ""));
    var file = environment.getOrDefault(FILE, "");
    var inFile = inline.isEmpty() && !file.isEmpty();
    var source = inFile ? FILE + " (" + file + ")" : KEY;
    var text = inFile ? fromFile(file) : inline;
    var key = unquoted(trimmed(text));
    if (key.isEmpty() && endpoint.isPaid()) {
      throw new StartRefusedException(
          ExitCode.ACCOUNT,
          endpoint.url() + " needs an API key. Next: set " + KEY + ", or " + FILE
              + " to a file that holds it");
    }
    checkAlone(key, source);
    var changed = !key.equals(text.strip());
    var notice = source + ": quotes or invisible characters around the key are left out";
    return new Found(ApiKey.from(key), changed ? Optional.of(notice) : Optional.empty());
  }

  private static String trimmed(String text) {
    return UNSEEN_ENDS.matcher(text).replaceAll("");
  }

  private static String unquoted(String text) {
    var quoted = QUOTED.matcher(text);
    if (!quoted.matches()) return text;
    for (var group = 2; group <= quoted.groupCount(); group++) {
      if (quoted.group(group) != null) return trimmed(quoted.group(group));
    }
    return text;
  }

  /** Of more than the key the endpoint may repeat the key alone, which would not be hidden. */
  private static void checkAlone(String key, String source) {
    if (UNSEEN.matcher(key).find() || ASSIGNED.matcher(key).matches()) {
      throw new StartRefusedException(
          ExitCode.ACCOUNT,
          source + " holds more than the API key. Next: leave the key alone in it, on one line");
    }
  }

  private static String fromFile(String file) {
    try (var in = Files.newInputStream(Path.of(file))) {
      var bytes = in.readNBytes(MOST_BYTES);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new StartRefusedException(
          ExitCode.ACCOUNT,
          FILE + " names " + file + ", which is not UTF-8 text. Next: save it as UTF-8");
    } catch (IOException | InvalidPathException e) {
      throw new StartRefusedException(
          ExitCode.ACCOUNT, FILE + " names " + file + ", but this file cannot be read");
    }
  }
}
