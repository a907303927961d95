package dev.roomline.cli;

import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.endpoint.Family;
import dev.roomline.images.Photos;
import dev.roomline.job.session.Counter;
import dev.roomline.jobfile.JobSheet;
import dev.roomline.sandbox.Sandbox;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever a job buys from: a real endpoint, or the sandbox, started for the length of a run. */
final class Vendor implements AutoCloseable {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

  private final @Nullable Sandbox sandbox;
  private final Counter counter;
  private final Optional<String> notice;

  private Vendor(@Nullable Sandbox sandbox, Counter counter, Optional<String> notice) {
    this.sandbox = sandbox;
    this.counter = counter;
    this.notice = notice;
  }

  /** Opens the sheet's endpoint. */
  static Vendor of(JobSheet sheet, Map<String, String> environment) throws IOException {
    if (!sheet.endpoint().isSandbox()) {
      var key = Keys.read(sheet.endpoint(), environment);
      var counter = new Counter(real(sheet), key, photos(sheet, null));
      return new Vendor(null, counter, Optional.empty());
    }
    var wanted = SandboxWishes.settings(sheet).withPhotos(photos(sheet));
    try {
      return inside(sheet, Sandbox.start(wanted), Optional.empty());
    } catch (BindException e) {
      var sandbox = Sandbox.start(wanted.withPort(0));
      return inside(
          sheet,
          sandbox,
          Optional.of(
              "port " + wanted.port() + " is taken; this time the sandbox is at " + sandbox.url()));
    }
  }

  /** What is known of the sheet's endpoint without talking to it or reading a key. */
  static Counter unopened(JobSheet sheet) {
    return new Counter(unopenedEndpoint(sheet), ApiKey.from(""), unopenedPhotos(sheet));
  }

  /** The sheet's endpoint as far as its address tells. */
  static EndpointSettings unopenedEndpoint(JobSheet sheet) {
    return sheet.endpoint().isSandbox() ? sandbox(sheet, NOWHERE) : real(sheet);
  }

  /** The sheet's photos, wherever they lie. */
  static Photos unopenedPhotos(JobSheet sheet) {
    return photos(sheet, sheet.endpoint().isSandbox() ? NOWHERE.resolve("photos/") : null);
  }

  /** The folder of a sheet's photos; null if it has none. */
  static @Nullable Path photos(JobSheet sheet) {
    var photos = sheet.rooms().photos();
    return photos == null || isWeb(photos) ? null : Path.of(photos);
  }

  Counter counter() {
    return counter;
  }

  /** Something a person should know about it. */
  Optional<String> notice() {
    return notice;
  }

  @Override
  public void close() {
    if (sandbox != null) sandbox.close();
  }

  private static Vendor inside(JobSheet sheet, Sandbox sandbox, Optional<String> notice) {
    var counter = new Counter(
        sandbox(sheet, sandbox.url()), ApiKey.from(""), photos(sheet, sandbox.photosUrl()));
    return new Vendor(sandbox, counter, notice);
  }

  private static EndpointSettings sandbox(JobSheet sheet, URI url) {
    return EndpointSettings.sandbox(
        url,
        Optional.ofNullable(family(sheet)).orElse(Family.V5),
        sheet.limits().answer());
  }

  private static EndpointSettings real(JobSheet sheet) {
    return EndpointSettings.of(
        sheet.endpoint().url(), family(sheet), sheet.limits().answer());
  }

  private static @Nullable Family family(JobSheet sheet) {
    var family = sheet.endpoint().family();
    return family == null ? null : Family.parse(family);
  }

  private static Photos photos(JobSheet sheet, @Nullable URI servedAt) {
    var photos = sheet.rooms().photos();
    if (photos == null) return Photos.none();
    return isWeb(photos)
        ? Photos.base(URI.create(photos))
        : Photos.folder(Path.of(photos), servedAt);
  }

  private static boolean isWeb(String photos) {
    return photos.startsWith("http://") || photos.startsWith("https://");
  }
}
