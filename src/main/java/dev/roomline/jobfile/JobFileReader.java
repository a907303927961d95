package dev.roomline.jobfile;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.jobfile.JobFile.Endpoint;
import dev.roomline.jobfile.JobFile.Limits;
import dev.roomline.jobfile.JobFile.Spending;
import dev.roomline.jobfile.JobFile.Uploads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a job of the given values, or reports everything that is wrong with them. */
final class JobFileReader {
  private static final int LEAST_WINDOW = 256;

  private final Path file;
  private final List<String> problems = new ArrayList<>();
  private final JobFileKeys keys = new JobFileKeys(problems);
  private final JobFileValues settings = new JobFileValues(keys.settings(), problems);

  private JobFileReader(Path file) {
    JobFileFinder.mustExist(file);
    this.file = file;
  }

  static JobFile ofYaml(Path yaml, Map<String, String> flags) {
    var reader = new JobFileReader(yaml);
    reader.keys.addSheet(yaml, JobFileText.read(yaml));
    reader.keys.addFlags(flags);
    return reader.read();
  }

  static JobFile ofCsv(Path csv, Map<String, String> flags) {
    var reader = new JobFileReader(csv);
    var given = new LinkedHashMap<String, String>();
    given.put("input", csv.toString());
    var photos = csv.resolveSibling("photos");
    if (Files.isDirectory(photos)) given.put("photos", photos.toString());
    given.putAll(flags);
    reader.keys.addFlags(given);
    return reader.read();
  }

  private JobFile read() {
    var place = file.toAbsolutePath().normalize();
    var name = JobFileFinder.name(file);
    var jobFile = new JobFile(
        name,
        place,
        new RoomsSection(settings, place, file + ": ").read(),
        settings.path("output").orElse(place.resolveSibling("out").resolve(name)),
        settings.path("state").orElse(place.resolveSibling("state")),
        endpoint(),
        limits(),
        spending(),
        new WindowSection(settings).read(),
        new PingSection(settings).read(),
        uploads(),
        new PicturesSection(settings).pictures(),
        new PicturesSection(settings).checks(),
        new SandboxSection(settings).read());
    settings.unknownKeys();
    needABudget(jobFile);
    if (!problems.isEmpty()) throw new InvalidInputException(String.join("\n", problems));
    return jobFile;
  }

  private Endpoint endpoint() {
    var url = settings
        .read("endpoint.url", text -> {
          if (text.equals(Endpoint.SANDBOX)) return text;
          var problem = UrlSetting.problem(text);
          if (problem != null) throw new IllegalArgumentException(problem);
          return text;
        })
        .orElse(Endpoint.SANDBOX);
    var family = settings.choice("endpoint.family", "v5", "v6", "enterprise").orElse(null);
    var price = new BudgetSection(settings).price().orElse(null);
    return new Endpoint(url, family, price, ExtraFields.of(settings));
  }

  private Limits limits() {
    var inFlight = count("limits.in-flight", 1, 1_000, 5);
    var window = Math.max(LEAST_WINDOW, Limits.WINDOW_PER_SLOT * inFlight);
    var second = Duration.ofSeconds(1);
    return new Limits(
        settings.rate("limits.requests-per-minute").orElse(60),
        count("limits.burst", 1, 1_000, 1),
        inFlight,
        count("limits.window", 1, 1_000_000, window),
        settings
            .duration("limits.answer", second, Duration.ofHours(1))
            .orElse(Duration.ofMinutes(5)),
        settings
            .duration("limits.patience", second, Duration.ofHours(48))
            .orElse(Duration.ofMinutes(15)));
  }

  private Spending spending() {
    return new Spending(
        count("retries", 0, 10, 1),
        settings.choice("unsure", "hold", "resend").orElse("hold").equals("resend"),
        new BudgetSection(settings).read());
  }

  private Uploads uploads() {
    return new Uploads(
        settings.choice("uploads.way", "base64_to_url", "base64_crop").orElse("base64_to_url"),
        settings.choice("uploads.delete", "true", "false").orElse("false").equals("true"));
  }

  private void needABudget(JobFile jobFile) {
    if (settings.has("budget.renders") || settings.has("budget.money")) return;
    if (!jobFile.endpoint().isPaid()) return;
    problems.add(file + ": budget.renders is missing, and " + jobFile.endpoint().url()
        + " costs money; set the most renders a run may pay for: budget: { renders: 500 } in "
        + "the job file, or --budget 500");
  }

  private int count(String key, int least, int most, int fallback) {
    return settings.whole(key, least, most).map(Long::intValue).orElse(fallback);
  }
}
