package dev.roomline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of the documentation. */
record GuidePage(Path file, List<String> lines) {
  static final Path GUIDES = Path.of("src/docs");
  static final Path README = Path.of("README.md");

  /** The README first, then the guides by name. */
  static List<GuidePage> all() throws IOException {
    try (var guides = Files.list(GUIDES)) {
      var pages = guides.filter(file -> file.toString().endsWith(".md")).sorted();
      return Stream.concat(Stream.of(README), pages).map(GuidePage::read).toList();
    }
  }

  static GuidePage read(Path file) {
    try {
      return new GuidePage(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Fence> fences() {
    return Fence.in(file, lines);
  }

  List<String> lines(Fence fence) {
    return lines.subList(fence.from(), fence.to());
  }

  /** The blocks that run, each with the output that is shown directly after it. */
  List<GuideBlock> blocks() {
    var blocks = new ArrayList<GuideBlock>();
    var fences = fences();
    for (var n = 0; n < fences.size(); n++) {
      var fence = fences.get(n);
      if (!fence.isRun()) continue;
      var next = n + 1 < fences.size() ? fences.get(n + 1) : null;
      blocks.add(new GuideBlock(fence.from() + 1, lines(fence), outputOf(fence, next)));
    }
    return List.copyOf(blocks);
  }

  /** The page with other lines in place of those of a fence. */
  GuidePage with(Fence fence, List<String> replacement) {
    var changed = new ArrayList<>(lines.subList(0, fence.from()));
    changed.addAll(replacement);
    changed.addAll(lines.subList(fence.to(), lines.size()));
    return new GuidePage(file, List.copyOf(changed));
  }

  void write() {
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Fence outputOf(Fence commands, @Nullable Fence next) {
    if (next == null || !next.language().equals("text")) return null;
    var between = lines.subList(commands.to() + 1, next.from() - 1);
    return between.stream().allMatch(String::isBlank) ? next : null;
  }
}
