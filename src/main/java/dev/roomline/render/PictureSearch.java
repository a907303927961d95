package dev.roomline.render;

import dev.roomline.domain.Picture;
import dev.roomline.domain.PictureStatus;
import dev.roomline.domain.Render;
import dev.roomline.images.StoreResult;
import dev.roomline.images.StoreResult.Absent;
import dev.roomline.images.StoreResult.Broken;
import dev.roomline.images.StoreResult.Failed;
import dev.roomline.images.StoreResult.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The search for one render's pictures: which are stored, where to look next, when to give up. */
final class PictureSearch {
  private static final int MAX_LOOKS = 8;
  private static final int RETRIES_OF_BROKEN = 3;
  /** How long links last at most; the provider promises less for some. */
  static final Duration LINKS_LIVE = Duration.ofHours(24);

  /** What to do after a look that did not find all pictures. */
  enum Next {
    LOOK_LATER,
    ASK_FOR_NEW_ADDRESSES,
    TRY_PROXY_LINKS,
    GIVE_UP
  }

  private final List<@Nullable Picture> found;
  private final Map<Integer, StoreResult> misses = new TreeMap<>();
  private long firstLook;
  private Render render;
  private List<String> addresses;
  private int looks;
  private boolean asked;
  private boolean usingProxyLinks;

  /**
   * @param hopeless whether the pictures are probably gone, so that one look is enough
   */
  PictureSearch(Render render, boolean hopeless) {
    this.render = render;
    this.addresses = render.outputs();
    this.found = new ArrayList<>(Collections.nCopies(addresses.size(), null));
    this.looks = hopeless ? MAX_LOOKS : 0;
  }

  /** Notes which of the pictures that were kept are still stored. */
  void found(List<Picture> kept, Predicate<Picture> stored) {
    for (var index = 0; index < kept.size(); index++) {
      if (stored.test(kept.get(index))) found.set(index, kept.get(index));
    }
  }

  /** The render with the addresses at which its pictures were last looked for. */
  Render render() {
    return render;
  }

  /** The indexes of the pictures that are not stored yet. */
  List<Integer> missing() {
    if (firstLook == 0) firstLook = System.nanoTime(); // the wait in the queue does not count
    var indexes = new ArrayList<Integer>();
    for (var index = 0; index < found.size(); index++) {
      if (found.get(index) == null && index < addresses.size()) indexes.add(index);
    }
    return indexes;
  }

  String address(int index) {
    return addresses.get(index);
  }

  void onStoreResult(int index, StoreResult stored) {
    if (stored instanceof Stored here) {
      found.set(index, here.picture());
      misses.remove(index);
    } else if (!usingProxyLinks || misses.get(index) instanceof Absent) {
      misses.put(index, stored); // a missing proxy link says nothing about the picture
    }
  }

  boolean complete() {
    return found.stream().allMatch(Objects::nonNull);
  }

  List<Picture> pictures() {
    return found.stream().map(Objects::requireNonNull).toList();
  }

  /** What is left of the patience, which is one for all pictures, in whole seconds. */
  Duration left(Duration patience) {
    var left = patience.minusNanos(System.nanoTime() - firstLook);
    return left.isNegative() ? Duration.ZERO : left.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Where to look next; {@link Next#GIVE_UP} after the patience. */
  Next next(Duration patience) {
    if (left(patience).isZero()) return Next.GIVE_UP;
    looks++;
    if (!asked && mayStillCome()) return Next.LOOK_LATER;
    if (!asked && render.requestId() != null) return Next.ASK_FOR_NEW_ADDRESSES;
    return usingProxyLinks || render.proxyLinks().isEmpty() ? Next.GIVE_UP : Next.TRY_PROXY_LINKS;
  }

  private boolean mayStillCome() {
    var most =
        misses.values().stream().anyMatch(Absent.class::isInstance) ? MAX_LOOKS : RETRIES_OF_BROKEN;
    return looks <= most
        && misses.values().stream()
            .anyMatch(it -> it instanceof Absent || it instanceof Failed || it instanceof Broken);
  }

  /** Takes the addresses that the provider named when it was asked again. */
  void useNewAddresses(Render now) {
    asked = true;
    if (now.outputs().size() != found.size()) return;
    render = now;
    addresses = now.outputs();
  }

  void useProxyLinks() {
    usingProxyLinks = true;
    asked = true;
    addresses = render.proxyLinks();
  }

  /** The status to record if not all pictures were found. */
  PictureStatus finalStatus(Instant rendered, Instant now) {
    var old = Duration.between(rendered, now).compareTo(LINKS_LIVE) > 0;
    var gone = !misses.isEmpty()
        && misses.values().stream()
            .allMatch(it -> it instanceof Absent || (old && it instanceof Broken));
    return gone ? new PictureStatus.Gone(reasons()) : new PictureStatus.Missing(reasons());
  }

  private String reasons() {
    return misses.values().stream()
        .map(PictureSearch::reason)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String reason(StoreResult miss) {
    if (miss instanceof Absent absent) return absent.reason();
    if (miss instanceof Broken broken) return "what came " + broken.reason();
    if (miss instanceof Failed failed) return failed.reason();
    return miss instanceof StoreResult.Refused refused ? refused.reason() : "not fetched";
  }
}
