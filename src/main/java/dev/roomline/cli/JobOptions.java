package dev.roomline.cli;

import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.jobfile.JobFile;
import dev.roomline.jobfile.JobFileFinder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The job, and what this call changes in it. Order: option, environment, job file, default. */
final class JobOptions {
  @Parameters(
      index = "0",
      paramLabel = "JOB",
      description = "A job file, its bare name, or a room list.")
  String job = "";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set a key of the job file for this call.")
  List<String> set = List.of();

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Folder of the state: ledger and pictures.")
  @Nullable
  String state;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Provider: a host, a base URL or the create URL.")
  @Nullable
  String endpoint;

  @Option(names = "--input", paramLabel = "CSV", description = "Another room list.")
  @Nullable
  String input;

  @Option(names = "--output", paramLabel = "DIR", description = "Another folder for results.")
  @Nullable
  String output;

  /** The job as it is to be run. */
  JobFile jobFile(Map<String, String> environment) {
    return jobFile(environment, Map.of());
  }

  /**
   * The job as it is to be run.
   *
   * @param more what the command's own options say, as keys of the job file
   */
  JobFile jobFile(Map<String, String> environment, Map<String, String> more) {
    return JobFileFinder.open(job, overrides(environment, more));
  }

  /** How to call a command on the same job. */
  Invocation invocation() {
    var options = new ArrayList<String>();
    set.forEach(it -> options.add("--set=" + it));
    add(options, "--state", state);
    add(options, "--endpoint", endpoint);
    add(options, "--input", input);
    add(options, "--output", output);
    return Invocation.of(job, options);
  }

  private static void add(List<String> options, String name, @Nullable String value) {
    if (value != null) options.add(name + "=" + value);
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

  /** A full create URL given for once replaces the job file's family. */
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
