package dev.roomline.render;

import dev.roomline.domain.Photo;
import dev.roomline.domain.RenderKey;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.endpoint.UploadMethod;
import dev.roomline.endpoint.UploadOutcome;
import dev.roomline.endpoint.UploadOutcome.Busy;
import dev.roomline.endpoint.UploadOutcome.Refused;
import dev.roomline.endpoint.UploadOutcome.Replaced;
import dev.roomline.endpoint.UploadOutcome.Uploaded;
import dev.roomline.images.UploadCopy;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Upload;
import dev.roomline.ledger.UploadRecords;
import dev.roomline.render.limits.AccountLimits;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** Uploads one photo: copies it, sends it, records its link. */
final class PhotoUploader {
  private final EndpointClient endpoint;
  private final AccountLimits limits;
  private final UploadMethod method;
  private final Ledger ledger;
  private final UploadRecords records;

  PhotoUploader(Ledger ledger, EndpointClient endpoint, UploadMethod method, AccountLimits limits) {
    this.endpoint = endpoint;
    this.limits = limits;
    this.method = method;
    this.ledger = ledger;
    this.records = ledger.uploads();
  }

  /** The link of a photo that was uploaded before; empty if it has to be uploaded. */
  Optional<String> known(Photo photo) {
    return records.find(photo.identity(), method.toString());
  }

  /** Uploads the photo and records its link; empty if buying has stopped. */
  Optional<UploadOutcome> upload(Photo photo) throws InterruptedException {
    var copy = copy(photo);
    if (copy instanceof UploadCopy.Unreadable it) {
      return Optional.of(new Refused("photo could not be read: " + it.reason()));
    }
    if (ReplacedPhoto.is(photo)) return Optional.of(new Replaced());
    if (!limits.awaitUploadPermit()) return Optional.empty();
    var ready = (UploadCopy.Ready) copy;
    var outcome = endpoint.upload(ready.bytes(), ready.mime(), method);
    if (outcome instanceof Uploaded it) remember(photo, it);
    if (outcome instanceof Busy it) limits.busyAtUpload(it.pause());
    return Optional.of(outcome);
  }

  /** Records that the render is about to be requested with this photo. */
  void recordUse(Photo photo, RenderKey key) {
    records.recordUse(photo.identity(), method.toString(), key);
  }

  /** Records that the provider could not fetch the photo from this link. */
  void expireLink(Photo photo, String link) {
    records.expireLink(photo.identity(), link);
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
    records.remember(new Upload(
        photo.identity(),
        method.toString(),
        uploaded.link(),
        uploaded.requestId(),
        life == null ? null : ledger.time().plus(life)));
  }
}
