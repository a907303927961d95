package dev.roomline.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LruCacheTest {
  @Test
  void forgetsWhatWasUsedLeastLately() {
    var cache = new LruCache<String, Integer>(2);
    cache.put("sofa", 1);
    cache.put("lamp", 2);
    cache.get("sofa");

    cache.put("rug", 3);

    assertThat(cache.get("sofa")).isEqualTo(1);
    assertThat(cache.get("lamp")).isNull();
    assertThat(cache.get("rug")).isEqualTo(3);
  }
}
