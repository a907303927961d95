package dev.roomline.job.run;

import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.PhotoSource;
import dev.roomline.job.JobFolder;
import dev.roomline.job.session.EndpointAccess;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.rooms.RoomList;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of a job folder that an earlier release left, with its state. */
record EarlierState(String name, JobFolder job, Clock clock) {
  private static final Path STATES = Path.of("src/test/resources/states");
  private static final String ZIPPED = ".gz";

  static EarlierState copy(String name, Path folder, Clock clock) throws IOException {
    var from = STATES.resolve(name);
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var to = from.relativize(file).toString();
        copy(file, folder.resolve(unzipped(to)));
      }
    }
    return new EarlierState(name, new JobFolder(folder), clock);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (var in = open(from)) {
      Files.copy(in, to);
    }
  }

  private static InputStream open(Path file) throws IOException {
    var in = Files.newInputStream(file);
    return file.toString().endsWith(ZIPPED) ? new GZIPInputStream(in) : in;
  }

  private static String unzipped(String name) {
    return name.endsWith(ZIPPED) ? name.substring(0, name.length() - ZIPPED.length()) : name;
  }

  /** The same command, with the photos uploaded as before. */
  RunReport run() throws InterruptedException {
    return new RunStarter(command(), job.stop(), job.messages()::add, progress -> {}).run();
  }

  private JobRequest command() {
    var asked = job.command(false, OptionalLong.empty(), "limits.answer=10s");
    var jobFile = asked.jobFile();
    var endpoint =
        EndpointSettings.of(jobFile.endpoint().url(), null, jobFile.limits().answer());
    var photos = PhotoSource.folder(job.file("photos"), (URI) null);
    return new JobRequest(
        jobFile,
        new EndpointAccess(endpoint, ApiKey.from("s3cret"), photos),
        false,
        OptionalLong.empty(),
        asked.lockWait(),
        asked.grace(),
        new JobRequest.Timing(clock, asked.timing().delays()));
  }

  /** Records this folder as that of the killed run, so that the command goes on with it. */
  void recordThisFolder() throws IOException {
    var command = command();
    var roomList = RoomList.check(
        command.jobFile().rooms().input(), JobSettings.rows(command.jobFile(), command.access()));
    var request = JobSettings.request(command, roomList);
    openDatabase()
        .sql("update render_run set sheet = ?, request_digest = ? where ending is null")
        .params(request.job().file(), request.requestDigest())
        .update();
  }

  /** The database itself, whatever its release. */
  JdbcClient openDatabase() {
    var source = new JdbcDataSource();
    source.setUrl("jdbc:h2:file:" + job.file("state/roomline"));
    source.setUser("sa");
    return JdbcClient.create(source);
  }

  List<Map<String, String>> results() throws IOException {
    return read(job.results());
  }

  /** What the earlier release itself came to with this state. */
  List<Map<String, String>> expected(String file) throws IOException {
    return read(STATES.resolve(name).resolve(file));
  }

  private static List<Map<String, String>> read(Path csv) throws IOException {
    var format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var lines = format.parse(Files.newBufferedReader(csv))) {
      return lines.stream().map(CSVRecord::toMap).toList();
    }
  }
}
