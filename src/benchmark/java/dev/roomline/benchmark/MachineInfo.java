package dev.roomline.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that the figures come from; without it they mean nothing. */
final class MachineInfo {
  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final double GIB = 1 << 30;

  private MachineInfo() {}

  static String hardware() {
    var memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return "%d cores%s, %.0f GiB of memory, %s %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            model(),
            memory / GIB,
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"));
  }

  static String jdk() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")
        + " (" + System.getProperty("java.provider") + ")";
  }

  /** As Maven's launcher passes it; otherwise without its options. */
  static String command() {
    var options = System.getenv("MAVEN_CMD_LINE_ARGS");
    return "mvn " + (options == null ? "verify -Pbenchmark" : options.strip());
  }

  /** The load of the machine, which makes figures worthless if it is high; negative if unknown. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  static boolean tellsPeaks() {
    return Files.exists(Path.of("/proc/self/status"));
  }

  private static String model() {
    if (!Files.exists(CPU)) return "";
    try (var lines = Files.lines(CPU)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
          .findFirst()
          .orElse("");
    } catch (IOException untold) {
      return "";
    }
  }
}
