package dev.roomline.endpoint;

import dev.roomline.domain.RenderOutcome;
import dev.roomline.domain.RenderOutcome.Door;
import dev.roomline.endpoint.UploadOutcome.Busy;
import dev.roomline.endpoint.UploadOutcome.Closed;
import dev.roomline.endpoint.UploadOutcome.Failed;
import dev.roomline.endpoint.UploadOutcome.Refused;
import dev.roomline.endpoint.UploadOutcome.Uploaded;
import java.net.URI;

/** Leaves photos at the vendor and takes them away again. Both are free, and free to repeat. */
final class UploadDesk {
  private static final String DELETE = "/api/v3/delete_image";

  private final URI base;
  private final Bodies bodies;
  private final Verdict verdict;
  private final Wire wire;

  UploadDesk(EndpointSettings settings, Bodies bodies, Verdict verdict, Wire wire) {
    this.base = settings.base();
    this.bodies = bodies;
    this.verdict = verdict;
    this.wire = wire;
  }

  UploadOutcome upload(byte[] picture, String mime, UploadWay way) throws InterruptedException {
    return wire.post(
        URI.create(base + way.path()),
        bodies.upload(picture, mime, way),
        answer -> judge(answer, way),
        UploadDesk::failed);
  }

  /** True if the vendor has it no more. */
  boolean delete(String requestId) throws InterruptedException {
    return wire.post(
        URI.create(base + DELETE), bodies.delete(requestId), UploadDesk::gone, silence -> false);
  }

  private UploadOutcome judge(Answer answer, UploadWay way) {
    var link = answer.photo().link();
    if (link != null && answer.httpIs(2) && answer.is("success")) {
      return new Uploaded(link, answer.photo().requestId(), way.life());
    }
    return verdict
        .of(answer)
        .match(
            rendered -> failed(answer),
            accepted -> failed(answer),
            refused -> new Refused(refused.reason()),
            busy -> new Busy(busy.pause()),
            notSent -> failed(answer),
            closed -> closed(closed, answer, way),
            spoiled -> failed(answer),
            unsure -> failed(answer));
  }

  private static UploadOutcome closed(RenderOutcome.Closed closed, Answer answer, UploadWay way) {
    if (closed.door() != Door.ADDRESS || answer.httpIs(3)) {
      return new Closed(closed.door(), closed.reason());
    }
    return new Closed(
        Door.ADDRESS,
        "no " + way + " here; try --set uploads.way=" + way.other()
            + ", or put the photos on the web and set photos: to their address");
  }

  private static UploadOutcome failed(Answer answer) {
    return new Failed(answer.is("success") ? "success without a link" : answer.reason());
  }

  private static UploadOutcome failed(RenderOutcome silence) {
    return new Failed(
        silence instanceof RenderOutcome.NotSent it
            ? it.reason()
            : ((RenderOutcome.Unsure) silence).reason());
  }

  /** What the vendor does not know it does not have. */
  private static boolean gone(Answer answer) {
    if (answer.httpIs(2) && answer.is("success")) return true;
    return (answer.refuses(Phrases.UNKNOWN_ID) || answer.refuses(Phrases.NO_IMAGE))
        && !answer.complains(Phrases.KEY);
  }
}
