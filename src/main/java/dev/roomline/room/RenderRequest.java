package dev.roomline.room;

import java.util.Map;

/**
 * One picture asked of the endpoint, with every default filled in, without the account's key.
 *
 * @param photo the room as it is
 * @param prompt the room as it should be
 * @param parameters {@code steps}, {@code guidance_scale}, {@code negative_prompt}, {@code
 *     strength}, {@code seed}: those that are set, as String, Long or BigDecimal
 * @param extra the sheet's pass-through fields: JSON values as Map, List, String, Number, Boolean
 */
public record RenderRequest(
    Photo photo, String prompt, Map<String, Object> parameters, Map<String, Object> extra) {}
