package dev.roomline.endpoint;

import dev.roomline.domain.Render;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parsed answer to one request, with the key hidden.
 *
 * @param http the HTTP status
 * @param status the body's status in lower case, empty if it names none or is no JSON
 * @param message what the provider says
 * @param hints where to go and how long to wait
 * @param render the render as far as it is described; its outputs may be missing
 * @param photo an uploaded photo, as far as it is described
 * @param took from sending the request to the end of the answer
 */
record ProviderResponse(
    int http,
    String status,
    ProviderMessage message,
    Hints hints,
    Render render,
    Photo photo,
    Duration took) {

  /** A render of which nothing is known. */
  static final Render NO_RENDER = new Render(List.of(), List.of(), null, null, null, null, null);

  /**
   * What to do next.
   *
   * @param location where a redirect points, if it does
   * @param fetchResult where to collect, if that is the configured origin
   * @param eta how long the render takes, zero if unknown
   * @param pause how long to leave the account alone, zero if unknown
   */
  record Hints(
      @Nullable String location, @Nullable String fetchResult, Duration eta, Duration pause) {}

  /**
   * A photo that was uploaded to the provider.
   *
   * @param link where it is now
   * @param requestId by which it can be deleted
   */
  record Photo(@Nullable String link, @Nullable String requestId) {
    static final Photo NONE = new Photo(null, null);
  }

  boolean is(String wanted) {
    return status.equals(wanted);
  }

  @Nullable
  String id() {
    return render.requestId();
  }

  boolean delivers() {
    return is("success") && !render.outputs().isEmpty();
  }

  boolean deliversNothing() {
    return is("success") && render.outputs().isEmpty();
  }

  boolean httpIs(int hundreds) {
    return http / 100 == hundreds;
  }

  /** The provider refuses it and says why. */
  boolean complains(Pattern phrase) {
    return !is("success") && !is("processing") && message.said(phrase);
  }

  /** Like {@link #complains}, but only for an answer of the API, not for some HTML page. */
  boolean refuses(Pattern phrase) {
    return complains(phrase) && (!status.isEmpty() || httpIs(4));
  }

  /** An error, and not a render that failed: nothing was rendered. */
  boolean errs(Pattern phrase) {
    return errs() && message.said(phrase);
  }

  boolean errs() {
    return is("error") || (httpIs(4) && !is("success") && !is("processing"));
  }

  /** The provider's message, or a description of the answer if there is none. */
  String reason() {
    var prefix = httpIs(2) ? "" : "HTTP " + http;
    var said = message.shown();
    if (said.isEmpty()) said = status.isEmpty() ? "" : "status " + status;
    if (said.isEmpty()) return prefix.isEmpty() ? "HTTP " + http + " without a status" : prefix;
    return prefix.isEmpty() ? said : prefix + ": " + said;
  }
}
