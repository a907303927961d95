package dev.roomline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roomline.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Runs the blocks of one page, in order, in a fresh folder. */
final class GuideRun implements AutoCloseable {
  private static final Pattern IN_BACKGROUND = Pattern.compile("(java .* sandbox .*)&");
  private static final Pattern PORT = Pattern.compile("--port (\\d+)");

  /** Output that the guides omit: progress, which is a bar on a terminal, and a port in use. */
  private static final Pattern NOT_SHOWN =
      Pattern.compile("\\d+ of \\d+ renders.*|Port \\d+ is in use.*");

  private final GuidePage page;
  private final SandboxExtension provider = new SandboxExtension();
  private final GuideAddresses addresses;
  private final GuideShell shell;
  private final Map<Integer, Replacement> anew = new TreeMap<>();

  private record Replacement(Fence output, List<String> lines) {}

  GuideRun(GuidePage page, Path folder) throws IOException {
    this.page = page;
    var project = GuideProject.in(folder);
    var sandbox = provider.open(SandboxExtension.quick());
    this.addresses = GuideAddresses.of(project.root().toRealPath(), sandbox);
    // What a reader exports before the commands that name the real provider; that block is not run.
    var environment = Map.of("ROOMLINE_API_KEY", "a-key-of-the-guides", "LC_ALL", "C.UTF-8");
    this.shell = new GuideShell(project.root().toRealPath(), project.tools(), environment);
  }

  /** Runs a block; it has to print what the page shows, or to succeed where that shows nothing. */
  void check(GuideBlock block) throws IOException {
    var printed = run(block);
    var output = block.output();
    if (output == null) {
      assertThat(printed.failure()).as(String.join("\n", printed.lines())).isZero();
      return;
    }
    var shown = page.lines(output);
    assertThat(new PrintedOutput(printed.lines()).isShownAs(shown))
        .as(() -> "the page shows%n%s%n%nand this was printed%n%s"
            .formatted(String.join("\n", shown), String.join("\n", printed.lines())))
        .isTrue();
  }

  /** Runs a block, and keeps what it prints for {@link #writePage}. */
  void keep(GuideBlock block) throws IOException {
    var printed = new PrintedOutput(run(block).lines());
    var output = block.output();
    if (output == null) return;
    anew.put(output.from(), new Replacement(output, printed.shownAnew(page.lines(output))));
  }

  /** Puts what was printed into the page, where it shows something else. */
  void writePage() {
    var changed = page;
    var fromTheEnd = new ArrayList<>(anew.values());
    Collections.reverse(fromTheEnd);
    for (var block : fromTheEnd) changed = changed.with(block.output(), block.lines());
    changed.write();
  }

  private GuideShell.Printed run(GuideBlock block) throws IOException {
    var printed = shell.run(block.commands().stream().map(this::command).toList());
    var lines = printed.lines().stream()
        .filter(line -> !NOT_SHOWN.matcher(line).matches())
        .map(addresses::shown)
        .toList();
    return new GuideShell.Printed(lines, printed.failure());
  }

  /** A sandbox in a terminal of its own prints there; the next command finds it ready. */
  private String command(String line) {
    var real = addresses.run(line);
    var background = IN_BACKGROUND.matcher(real);
    if (!background.matches()) return real;
    var named = PORT.matcher(real);
    var port = named.find() ? "" : "--port " + addresses.usualPort();
    var listening = named.reset().find() ? named.group(1) : addresses.usualPort();
    return background.group(1) + port + " > sandbox-" + listening + ".log 2>&1 &\n"
        + "until (: > /dev/tcp/127.0.0.1/" + listening + ") 2> /dev/null; do sleep 0.1; done";
  }

  @Override
  public void close() {
    shell.close();
    provider.close();
  }
}
