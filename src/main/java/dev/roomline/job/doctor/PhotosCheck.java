package dev.roomline.job.doctor;

import dev.roomline.domain.InvalidInputException;
import dev.roomline.domain.Photo;
import dev.roomline.domain.Quantity;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.PictureStore;
import dev.roomline.images.StoreResult;
import dev.roomline.job.doctor.CheckRunner.Check;
import dev.roomline.job.session.JobSettings;
import dev.roomline.jobfile.JobFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the photos of the first rows exist: those in the folder, and a few on the web. */
record PhotosCheck(JobFile jobFile, EndpointSettings endpoint, RoomListCheck roomListCheck) {
  private static final int ASKED = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String REMEDY =
      "check that the photo opens in a browser without a login, also from another network";

  List<Finding> check() throws IOException, InterruptedException {
    List<Photo> first;
    try {
      first = roomListCheck.glance().first();
    } catch (InvalidInputException e) {
      return List.of(); // the check of the room list reports it
    }
    var findings = new ArrayList<Finding>();
    var here = first.stream().filter(photo -> photo.file() != null).count();
    if (here > 0) {
      var text = "%d of the first %s found in the folder"
          .formatted(here, Quantity.of(first.size(), "photo"));
      findings.add(Finding.well("photos", text));
    }
    var onTheWeb = new LinkedHashSet<String>();
    for (var photo : first) {
      if (photo.file() == null && photo.url() != null) onTheWeb.add(photo.url());
    }
    if (!onTheWeb.isEmpty()) findings.addAll(ask(onTheWeb));
    return findings;
  }

  private List<Finding> ask(Set<String> urls) throws IOException, InterruptedException {
    if (endpoint.sandbox()) {
      return List.of(Finding.well("photos", "with the sandbox, photos on the web are not checked"));
    }
    var folder = Files.createTempDirectory("roomline-doctor");
    try (var pictureStore = JobSettings.pictureStore(jobFile, Set.of(endpoint.origin()), folder)) {
      var checks = urls.stream()
          .limit(ASKED)
          .map(url -> new Check("photos", () -> List.of(fetched(pictureStore, url))))
          .toList();
      return new CheckRunner(PATIENCE).make(checks);
    } finally {
      remove(folder);
    }
  }

  private static Finding fetched(PictureStore pictureStore, String url) {
    var stored = pictureStore.fetch(url);
    if (stored instanceof StoreResult.Stored)
      return Finding.well("photos", excerpt(url) + ": found");
    if (stored instanceof StoreResult.Refused no) return check(url, no.reason());
    if (stored instanceof StoreResult.Absent no) return check(url, no.reason());
    if (stored instanceof StoreResult.Broken no) return check(url, no.reason());
    return check(url, ((StoreResult.Failed) stored).reason());
  }

  private static Finding check(String url, String reason) {
    return Finding.look("photos", excerpt(url) + ": " + reason, REMEDY);
  }

  /** Without the query, because a signature is a secret. */
  private static String excerpt(String url) {
    return url.replaceFirst("[?#].*", "");
  }

  private static void remove(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException | UncheckedIOException e) {
      // A late check may still be writing; the system clears its temporary files.
    }
  }
}
