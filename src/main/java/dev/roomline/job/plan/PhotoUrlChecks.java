package dev.roomline.job.plan;

import dev.roomline.domain.RoomRow;
import dev.roomline.images.PhotoProbe;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks the photo addresses of the renders to pay for, each address once. */
final class PhotoUrlChecks {
  private static final int MOST = 2_000;
  private static final int AT_ONCE = 8;
  private static final int PER_HOST = 2;
  private static final int SHOWN = 10;

  private final Map<String, PhotoUrlCheck> calls = new LinkedHashMap<>();
  private long tooMany;

  /** Adds the photo of a row. A photo on this machine is checked already. */
  void add(RoomRow.Order order) {
    var photo = order.request().photo();
    if (photo.url() == null || photo.file() != null) return;
    var known = calls.get(photo.identity());
    if (known != null) known.addRow(order.number());
    else if (calls.size() == MOST) tooMany++;
    else calls.put(photo.identity(), new PhotoUrlCheck(photo.url(), order.number()));
  }

  /** Checks them all: 8 at once, 2 of one host, and no more of a host that does not answer. */
  ProbeResult ask(PhotoProbe probe) throws InterruptedException {
    var threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var asking = new ArrayList<Future<?>>();
      for (var host : byHost()) {
        for (var n = 0; n < PER_HOST; n++) asking.add(threads.submit(() -> host.ask(probe)));
      }
      for (var one : asking) one.get();
      return answers();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdown();
    }
  }

  private Collection<HostQueue> byHost() {
    var hosts = new LinkedHashMap<String, HostQueue>();
    for (var call : calls.values()) {
      var host = Objects.toString(URI.create(call.url()).getRawAuthority());
      hosts.computeIfAbsent(host, it -> new HostQueue()).add(call);
    }
    return hosts.values();
  }

  private ProbeResult answers() {
    var asked = calls.values().stream().filter(PhotoUrlCheck::wasAsked).count();
    var missing = calls.values().stream().filter(PhotoUrlCheck::isMissing).toList();
    return new ProbeResult(
        asked,
        missing.size(),
        calls.size() - asked + tooMany,
        missing.stream().limit(SHOWN).map(PhotoUrlCheck::problem).toList());
  }
}
