package dev.roomline.cli;

import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.jobfile.JobFile;
import dev.roomline.jobfile.JobFileFinder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A job and what changes in it for once. Order: flag, environment, sheet, default. */
final class JobOptions {
  @Parameters(index = "0", paramLabel = "JOB", description = "A sheet, a bare name, or a CSV.")
  String job = "";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Any key of the sheet, dotted, for this time.")
  List<String> set = List.of();

  @Option(names = "--state", paramLabel = "DIR", description = "Where the state is kept.")
  @Nullable
  String state;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "A host, a base, or the full create URL.")
  @Nullable
  String endpoint;

  @Option(names = "--input", paramLabel = "CSV", description = "Another rooms file.")
  @Nullable
  String input;

  @Option(names = "--output", paramLabel = "DIR", description = "Another place for the results.")
  @Nullable
  String output;

  /** The job as it is to be run. */
  JobFile sheet(Map<String, String> environment) {
    return sheet(environment, Map.of());
  }

  /**
   * The job as it is to be run.
   *
   * @param more what the verb's own options say, as keys of the sheet
   */
  JobFile sheet(Map<String, String> environment, Map<String, String> more) {
    return JobFileFinder.open(job, overrides(environment, more));
  }

  private Map<String, String> overrides(Map<String, String> environment, Map<String, String> more) {
    var overrides = new LinkedHashMap<String, String>();
    put(overrides, "endpoint.url", environment.get("ROOMLINE_ENDPOINT"));
    overrides.putAll(Assignments.read(set));
    overrides.putAll(more);
    put(overrides, "state", state);
    put(overrides, "input", input);
    put(overrides, "output", output);
    put(overrides, "endpoint.url", endpoint);
    followTheAddress(overrides);
    return overrides;
  }

  /** A full create URL given for once says more than the sheet's family. */
  private static void followTheAddress(Map<String, String> overrides) {
    var url = overrides.get("endpoint.url");
    if (url == null || url.equals("sandbox")) return;
    EndpointSettings.familyIn(url)
        .ifPresent(family -> overrides.putIfAbsent("endpoint.family", family.toString()));
  }

  private static void put(Map<String, String> to, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) to.put(key, value);
  }
}
