package dev.roomline.cli;

import dev.roomline.domain.DaemonThreads;
import dev.roomline.failure.ExitCode;
import dev.roomline.failure.FailureAnalyzer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process with a message when Java's memory is used up. A run would not end by itself if a
 * thread died of it, or if almost all time is spent on collecting garbage. A process that ends at
 * any moment risks only the calls in flight.
 */
final class OutOfMemoryGuard {
  private static final int GLANCES = 10;
  private static final int MOST_TIME_IN_GC = 90; // per cent of the time

  /** Created early, as there may be no memory left when they are needed. */
  private static final byte[] WORDS =
      ("roomline: " + FailureAnalyzer.OUT_OF_MEMORY + "\n").getBytes(StandardCharsets.UTF_8);

  private static final CountDownLatch ENDING = new CountDownLatch(1);
  private static final FileOutputStream STDERR = new FileOutputStream(FileDescriptor.err);
  private static final List<GarbageCollectorMXBean> COLLECTORS =
      ManagementFactory.getGarbageCollectorMXBeans();

  private OutOfMemoryGuard() {}

  /** Starts the check, once a second. */
  static void watch() {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
      if (failure instanceof OutOfMemoryError) end();
      System.err.print("Exception in thread \"" + thread.getName() + "\" ");
      failure.printStackTrace();
    });
    DaemonThreads.start("memory", OutOfMemoryGuard::look);
    DaemonThreads.start("end", OutOfMemoryGuard::endUnread);
  }

  /** Prints the reason and ends the process at once. */
  static void end() {
    ENDING.countDown();
    try {
      STDERR.write(WORDS);
    } catch (IOException | OutOfMemoryError e) {
      // The exit code is enough.
    } finally {
      Runtime.getRuntime().halt(ExitCode.INTERNAL.code());
    }
  }

  /** If nobody reads the message, the process must end all the same. */
  private static void endUnread() {
    try {
      ENDING.await();
      TimeUnit.SECONDS.sleep(2);
    } catch (OutOfMemoryError | InterruptedException e) {
      // It ends now.
    }
    Runtime.getRuntime().halt(ExitCode.INTERNAL.code());
  }

  private static void look() {
    var begun = new long[GLANCES];
    var collecting = new long[GLANCES];
    try {
      for (var tick = 0; ; tick++) {
        var place = tick % GLANCES;
        var now = System.nanoTime();
        var spent = spent();
        var since = TimeUnit.NANOSECONDS.toMillis(now - begun[place]);
        if (tick >= GLANCES && (spent - collecting[place]) * 100 > since * MOST_TIME_IN_GC) end();
        begun[place] = now;
        collecting[place] = spent;
        TimeUnit.SECONDS.sleep(1);
      }
    } catch (OutOfMemoryError e) {
      end();
    } catch (InterruptedException e) {
      // Nothing interrupts this thread.
    }
  }

  private static long spent() {
    var millis = 0L;
    for (var collector : COLLECTORS) millis += collector.getCollectionTime();
    return millis;
  }
}
