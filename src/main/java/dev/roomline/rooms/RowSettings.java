package dev.roomline.rooms;

import dev.roomline.domain.Variations;
import dev.roomline.images.PhotoSource;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a room list is read, and the defaults of its rows.
 *
 * @param defaults {@code prompt}, a text with {@code {column}} placeholders, and parameters by
 *     label; a row's own cell wins
 * @param extra fields that every request gets
 * @param photos where an {@code init_image} is found
 * @param charset of a file without byte order mark; null is UTF-8
 * @param delimiter of the cells; null detects comma, semicolon or tab
 * @param v5 whether the provider's v5 defaults (50 steps, guidance 7) stand in for missing ones
 * @param variations which renders each row asks for
 */
public record RowSettings(
    Map<String, Object> defaults,
    Map<String, Object> extra,
    PhotoSource photos,
    @Nullable Charset charset,
    @Nullable Character delimiter,
    boolean v5,
    Variations variations) {}
