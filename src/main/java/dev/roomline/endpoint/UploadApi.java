package dev.roomline.endpoint;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Cause;
import dev.roomline.endpoint.UploadOutcome.Busy;
import dev.roomline.endpoint.UploadOutcome.Closed;
import dev.roomline.endpoint.UploadOutcome.Failed;
import dev.roomline.endpoint.UploadOutcome.Refused;
import dev.roomline.endpoint.UploadOutcome.Uploaded;
import java.net.URI;

/** Uploads photos to the provider and deletes them. Both are free and can be repeated. */
final class UploadApi {
  private static final String DELETE = "/api/v3/delete_image";

  private final URI base;
  private final RequestBodies requestBodies;
  private final ResponseClassifier classifier;
  private final HttpTransport transport;

  UploadApi(
      EndpointSettings settings,
      RequestBodies requestBodies,
      ResponseClassifier classifier,
      HttpTransport transport) {
    this.base = settings.base();
    this.requestBodies = requestBodies;
    this.classifier = classifier;
    this.transport = transport;
  }

  UploadOutcome upload(byte[] picture, String mime, UploadMethod method)
      throws InterruptedException {
    return transport.post(
        URI.create(base + method.path()),
        requestBodies.upload(picture, mime, method),
        response -> classify(response, method),
        UploadApi::failed);
  }

  /** True if the provider no longer has it. */
  boolean delete(String requestId) throws InterruptedException {
    return transport.post(
        URI.create(base + DELETE),
        requestBodies.delete(requestId),
        UploadApi::isGone,
        silence -> false);
  }

  private UploadOutcome classify(ProviderResponse response, UploadMethod method) {
    var link = response.photo().link();
    if (link != null && response.httpIs(2) && response.is("success")) {
      return new Uploaded(link, response.photo().requestId(), method.life());
    }
    return classifier
        .of(response)
        .match(
            rendered -> failed(response),
            accepted -> failed(response),
            refused -> new Refused(refused.reason()),
            busy -> new Busy(busy.pause()),
            notSent -> failed(response),
            endpointUnusable -> unusable(endpointUnusable, response, method),
            failed -> failed(response),
            unsure -> failed(response));
  }

  private static UploadOutcome unusable(
      RenderOutcome.EndpointUnusable endpointUnusable,
      ProviderResponse response,
      UploadMethod method) {
    if (endpointUnusable.cause() != Cause.ADDRESS || response.httpIs(3)) {
      return new Closed(endpointUnusable.cause(), endpointUnusable.reason());
    }
    return new Closed(
        Cause.ADDRESS,
        method + " is not available here; try --set uploads.way=" + method.other()
            + ", or put the photos on the web and set photos: to their address");
  }

  private static UploadOutcome failed(ProviderResponse response) {
    return new Failed(response.is("success") ? "success without a link" : response.reason());
  }

  private static UploadOutcome failed(RenderOutcome silence) {
    return new Failed(
        silence instanceof RenderOutcome.NotSent it
            ? it.reason()
            : ((RenderOutcome.Unsure) silence).reason());
  }

  /** A photo that the provider does not know counts as deleted. */
  private static boolean isGone(ProviderResponse response) {
    if (response.httpIs(2) && response.is("success")) return true;
    return (response.refuses(ProviderPhrases.UNKNOWN_ID)
            || response.refuses(ProviderPhrases.NO_IMAGE))
        && !response.complains(ProviderPhrases.KEY);
  }
}
