package dev.roomline.cli;

import dev.roomline.endpoint.ApiKey;
import dev.roomline.failure.ExitCode;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.jobfile.JobFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The API key: from the environment or a file it names, never from an option or a job file. */
final class ApiKeySource {
  private static final String KEY = "ROOMLINE_API_KEY";
  private static final String FILE = "ROOMLINE_API_KEY_FILE";

  private ApiKeySource() {}

  static ApiKey read(JobFile.Endpoint endpoint, Map<String, String> environment) {
    var key = environment.getOrDefault(KEY, "").strip();
    if (key.isEmpty() && environment.containsKey(FILE)) key = fromFile(environment.get(FILE));
    if (key.isEmpty() && endpoint.isPaid()) {
      throw new StartRefusedException(
          ExitCode.ACCOUNT,
          endpoint.url() + " needs an API key. Next: set " + KEY + ", or " + FILE
              + " to a file that holds it");
    }
    return ApiKey.from(key);
  }

  private static String fromFile(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new StartRefusedException(
          ExitCode.ACCOUNT, FILE + " names " + file + ", but this file cannot be read");
    }
  }
}
