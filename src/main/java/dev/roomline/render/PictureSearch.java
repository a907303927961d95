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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The search for one render's pictures: which are here, where to look next, when to give up. */
final class PictureSearch {
  private static final int LOOKS = 8;
  private static final int RETRIES_OF_BROKEN = 3;
  /** The provider promises no more, and less for some. */
  static final Duration LINKS_LIVE = Duration.ofHours(24);

  /** What to do after a look that did not bring everything. */
  enum Next {
    LOOK_LATER,
    ASK_FOR_NEW_ADDRESSES,
    TRY_THE_SPARES,
    GIVE_UP
  }

  private final List<@Nullable Picture> found;
  private final Map<Integer, StoreResult> misses = new TreeMap<>();
  private long firstLook;
  private Render render;
  private List<String> addresses;
  private int looks;
  private boolean asked;
  private boolean spares;

  /**
   * @param hopeless whether the pictures are long gone, by all that is known: one look is enough
   */
  PictureSearch(Render render, boolean hopeless) {
    this.render = render;
    this.addresses = render.outputs();
    this.found = new ArrayList<>(Collections.nCopies(addresses.size(), null));
    this.looks = hopeless ? LOOKS : 0;
  }

  /** They are here already; only what goes with them is missing. */
  void found(List<Picture> pictures) {
    for (var place = 0; place < pictures.size(); place++) found.set(place, pictures.get(place));
  }

  /** The render with the addresses its pictures were last looked for. */
  Render render() {
    return render;
  }

  /** The addresses of the pictures that are not here yet, each with its place. */
  List<Integer> missing() {
    if (firstLook == 0) firstLook = System.nanoTime(); // waiting in line is no fault of theirs
    var places = new ArrayList<Integer>();
    for (var place = 0; place < found.size(); place++) {
      if (found.get(place) == null && place < addresses.size()) places.add(place);
    }
    return places;
  }

  String address(int place) {
    return addresses.get(place);
  }

  void came(int place, StoreResult stored) {
    if (stored instanceof Stored here) {
      found.set(place, here.picture());
      misses.remove(place);
    } else if (!spares || misses.get(place) instanceof Absent) {
      misses.put(place, stored); // a spare that is not there says nothing of the picture
    }
  }

  boolean complete() {
    return found.stream().allMatch(Objects::nonNull);
  }

  List<Picture> pictures() {
    return found.stream().map(Objects::requireNonNull).toList();
  }

  /** Where to look next; after the patience nowhere. */
  Next next(Duration patience) {
    if (System.nanoTime() - firstLook > patience.toNanos()) return Next.GIVE_UP;
    looks++;
    if (!asked && mayStillCome()) return Next.LOOK_LATER;
    if (!asked && render.requestId() != null) return Next.ASK_FOR_NEW_ADDRESSES;
    return spares || render.proxyLinks().isEmpty() ? Next.GIVE_UP : Next.TRY_THE_SPARES;
  }

  private boolean mayStillCome() {
    var most =
        misses.values().stream().anyMatch(Absent.class::isInstance) ? LOOKS : RETRIES_OF_BROKEN;
    return looks <= most
        && misses.values().stream()
            .anyMatch(it -> it instanceof Absent || it instanceof Failed || it instanceof Broken);
  }

  /** The provider was asked once more where they are. */
  void moved(Render now) {
    asked = true;
    if (now.outputs().size() != found.size()) return;
    render = now;
    addresses = now.outputs();
  }

  void trySpares() {
    spares = true;
    asked = true;
    addresses = render.proxyLinks();
  }

  /** What to write down where not all came. */
  PictureStatus given(Instant rendered, Instant now) {
    var old = Duration.between(rendered, now).compareTo(LINKS_LIVE) > 0;
    var gone = !misses.isEmpty()
        && misses.values().stream()
            .allMatch(it -> it instanceof Absent || (old && it instanceof Broken));
    return gone ? new PictureStatus.Gone(words()) : new PictureStatus.Missing(words());
  }

  private String words() {
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
