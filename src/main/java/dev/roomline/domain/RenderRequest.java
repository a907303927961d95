package dev.roomline.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One picture asked of the endpoint, with every default filled in, without the account's key.
 *
 * @param photo the room as it is
 * @param prompt the room as it should be
 * @param parameters {@code steps}, {@code guidance_scale}, {@code negative_prompt}, {@code
 *     strength}, {@code seed}: those that are set, as String, Long or BigDecimal
 * @param extra the job file's {@code endpoint.extra} fields: JSON values as Map, List, String, Number, Boolean
 * @param variant counts the pictures that are wanted of the same request, from 1; never sent
 */
public record RenderRequest(
    Photo photo,
    String prompt,
    Map<String, Object> parameters,
    Map<String, Object> extra,
    int variant) {

  /** The first, and usually the only, picture of a request. */
  public RenderRequest(
      Photo photo, String prompt, Map<String, Object> parameters, Map<String, Object> extra) {
    this(photo, prompt, parameters, extra, 1);
  }

  /** The same render with its photo at this URL. */
  public RenderRequest withPhotoAt(String url) {
    var there = new Photo(url, photo.identity(), photo.file());
    return new RenderRequest(there, prompt, parameters, extra, variant);
  }

  /** The same render with another seed than its key has. */
  public RenderRequest withSeed(long seed) {
    var seeded = new LinkedHashMap<>(parameters);
    seeded.put(Parameter.SEED.label(), seed);
    return new RenderRequest(photo, prompt, Collections.unmodifiableMap(seeded), extra, variant);
  }
}
