package dev.roomline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands of a guide.
 *
 * @param line of the first command, as an editor counts
 * @param output where the guide shows what they print; null if it does not
 */
record GuideBlock(int line, List<String> commands, @Nullable Fence output) {}
