package dev.roomline.cli;

import dev.roomline.endpoint.ApiFamily;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.PhotoSource;
import dev.roomline.job.session.EndpointAccess;
import dev.roomline.jobfile.JobFile;
import dev.roomline.sandbox.Sandbox;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provider of a job: a real endpoint, or the sandbox, started for the length of a run. */
final class EndpointOpener implements AutoCloseable {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

  private final @Nullable Sandbox sandbox;
  private final EndpointAccess access;
  private final Optional<String> notice;

  private EndpointOpener(
      @Nullable Sandbox sandbox, EndpointAccess access, Optional<String> notice) {
    this.sandbox = sandbox;
    this.access = access;
    this.notice = notice;
  }

  /** Opens the job file's endpoint. */
  static EndpointOpener of(JobFile jobFile, Map<String, String> environment) throws IOException {
    if (!jobFile.endpoint().isSandbox()) {
      var key = ApiKeySource.read(jobFile.endpoint(), environment);
      var access = new EndpointAccess(real(jobFile), key.key(), photos(jobFile, null));
      return new EndpointOpener(null, access, key.notice());
    }
    var wanted = SandboxOptions.settings(jobFile).withPhotos(photos(jobFile));
    try {
      return inside(jobFile, Sandbox.start(wanted), Optional.empty());
    } catch (BindException e) {
      var sandbox = Sandbox.start(wanted.withPort(0));
      return inside(
          jobFile,
          sandbox,
          Optional.of("Port " + wanted.port() + " is in use. The sandbox uses " + sandbox.url()
              + " this time."));
    }
  }

  /** The job file's endpoint, without a request and without a key. */
  static EndpointAccess unopened(JobFile jobFile) {
    return new EndpointAccess(unopenedEndpoint(jobFile), ApiKey.none(), unopenedPhotos(jobFile));
  }

  /** The job file's endpoint, as its address describes it. */
  static EndpointSettings unopenedEndpoint(JobFile jobFile) {
    return jobFile.endpoint().isSandbox() ? sandbox(jobFile, NOWHERE) : real(jobFile);
  }

  /** The job file's photos: a folder, a web address or none. */
  static PhotoSource unopenedPhotos(JobFile jobFile) {
    return photos(jobFile, jobFile.endpoint().isSandbox() ? NOWHERE.resolve("photos/") : null);
  }

  /** The folder of a job file's photos; null if it has none. */
  static @Nullable Path photos(JobFile jobFile) {
    var photos = jobFile.rooms().photos();
    return photos == null || isWeb(photos) ? null : Path.of(photos);
  }

  EndpointAccess access() {
    return access;
  }

  /** A message about the start, if there is one. */
  Optional<String> notice() {
    return notice;
  }

  @Override
  public void close() {
    if (sandbox != null) sandbox.close();
  }

  private static EndpointOpener inside(JobFile jobFile, Sandbox sandbox, Optional<String> notice) {
    var access = new EndpointAccess(
        sandbox(jobFile, sandbox.url()), ApiKey.none(), photos(jobFile, sandbox.photosUrl()));
    return new EndpointOpener(sandbox, access, notice);
  }

  private static EndpointSettings sandbox(JobFile jobFile, URI url) {
    return EndpointSettings.sandbox(
        url,
        Optional.ofNullable(family(jobFile)).orElse(ApiFamily.V5),
        jobFile.limits().answer());
  }

  private static EndpointSettings real(JobFile jobFile) {
    return EndpointSettings.of(
        jobFile.endpoint().url(), family(jobFile), jobFile.limits().answer());
  }

  private static @Nullable ApiFamily family(JobFile jobFile) {
    var family = jobFile.endpoint().family();
    return family == null ? null : ApiFamily.parse(family);
  }

  private static PhotoSource photos(JobFile jobFile, @Nullable URI servedAt) {
    var photos = jobFile.rooms().photos();
    if (photos == null) return PhotoSource.none();
    return isWeb(photos)
        ? PhotoSource.base(URI.create(photos))
        : PhotoSource.folder(Path.of(photos), servedAt);
  }

  private static boolean isWeb(String photos) {
    return photos.startsWith("http://") || photos.startsWith("https://");
  }
}
