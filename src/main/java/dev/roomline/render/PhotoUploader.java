package dev.roomline.render;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderKey;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.endpoint.UploadMethod;
import dev.roomline.endpoint.UploadOutcome;
import dev.roomline.endpoint.UploadOutcome.Busy;
import dev.roomline.endpoint.UploadOutcome.Refused;
import dev.roomline.endpoint.UploadOutcome.Uploaded;
import dev.roomline.images.UploadCopy;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Upload;
import dev.roomline.ledger.UploadRecords;
import dev.roomline.render.limits.AccountLimits;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** One photo at the counter: copied, sent, its link written down. */
final class PhotoUploader {
  private final EndpointClient endpoint;
  private final AccountLimits limits;
  private final UploadMethod method;
  private final Ledger ledger;
  private final UploadRecords book;

  PhotoUploader(Ledger ledger, EndpointClient endpoint, UploadMethod method, AccountLimits limits) {
    this.endpoint = endpoint;
    this.limits = limits;
    this.method = method;
    this.ledger = ledger;
    this.book = ledger.uploads();
  }

  /** The link under which the photo is at the provider already. */
  Optional<String> known(Photo photo) {
    return book.find(photo.identity(), method.toString());
  }

  /** Uploads the photo; empty if nothing is bought any more. A link is in the books on return. */
  Optional<UploadOutcome> upload(Photo photo) throws InterruptedException {
    var copy = copy(photo);
    if (copy instanceof UploadCopy.Unreadable it) {
      return Optional.of(new Refused("photo could not be read: " + it.words()));
    }
    if (!limits.turnToUpload()) return Optional.empty();
    var ready = (UploadCopy.Ready) copy;
    var outcome = endpoint.upload(ready.bytes(), ready.mime(), method);
    if (outcome instanceof Uploaded it) remember(photo, it);
    if (outcome instanceof Busy it) limits.busyAtUpload(it.pause());
    return Optional.of(outcome);
  }

  /** Notes that the render is about to be asked for with this photo. */
  void use(Photo photo, RenderKey key) {
    book.use(photo.identity(), method.toString(), key);
  }

  /** The provider could not fetch the photo from there. */
  void expireLink(Photo photo, String link) {
    book.expireLink(photo.identity(), link);
  }

  private static UploadCopy.Result copy(Photo photo) {
    try {
      return UploadCopy.of(Objects.requireNonNull(photo.file()), UploadMethod.MOST_CHARACTERS);
    } catch (IOException e) {
      return new UploadCopy.Unreadable("it cannot be read: " + e.getMessage());
    }
  }

  private void remember(Photo photo, Uploaded uploaded) {
    var life = uploaded.life();
    book.remember(new Upload(
        photo.identity(),
        method.toString(),
        uploaded.link(),
        uploaded.requestId(),
        life == null ? null : ledger.time().plus(life)));
  }
}
