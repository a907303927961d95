package dev.roomline.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map that drops its least recently used entry. */
final class LruCache<V> {
  private final Map<String, V> known;

  LruCache(int remembered) {
    known = new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > remembered;
      }
    };
  }

  synchronized void put(String name, V value) {
    known.put(name, value);
  }

  synchronized void clear() {
    known.clear();
  }

  synchronized @Nullable V get(String name) {
    return known.get(name);
  }

  /** Replaces the value by one computed from it, or from null, and returns the new value. */
  synchronized V next(String name, Function<@Nullable V, V> step) {
    var value = step.apply(known.get(name));
    known.put(name, value);
    return value;
  }
}
