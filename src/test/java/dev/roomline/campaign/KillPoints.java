package dev.roomline.campaign;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import dev.roomline.output.Output;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Counts the durable steps of a process: each commit and each output twice, before and after, and
 * each file of the picture store. At the requested step it prints the step's name and blocks the
 * thread that took it, so that the kill happens exactly there.
 */
public final class KillPoints {
  public static final String STEP_PREFIX = "step: ";

  /** Part of an SQL statement, and the name of its step. */
  private static final Map<String, String> LABELS = Map.of(
      "'SENDING', ?", "claim",
      "state = 'ACCEPTED', accepted_at", "acceptance",
      "state = 'RENDERED', settled_at", "render",
      "set state = 'UNSURE', settled_at", "recovery",
      "set state = ?, settled_at", "end",
      "set outputs = ?, pictures", "picture",
      "judgement = ?", "decision",
      "_photo", "photo",
      "render_result", "results",
      "render_run", "run");

  private static final Map<WatchEvent.Kind<?>, String> FILES =
      Map.of(ENTRY_CREATE, "begun", ENTRY_MODIFY, "growing", ENTRY_DELETE, "named or dropped");

  private static final List<String> OUTPUTS =
      List.of("pictures", "gallery", "errors.csv", "results.csv");

  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger files = new AtomicInteger();
  private final String target;

  /**
   * @param target the step to stop at: the n-th at a commit, minus the n-th of a file, or its name,
   *     such as {@code before results.csv}; 0 for none
   */
  public KillPoints(String target) {
    this.target = target;
  }

  /** The same data source; its commits are counted. */
  public DataSource countingCommits(DataSource dataSource) {
    return proxy(DataSource.class, (method, args) -> {
      var result = call(dataSource, method, args);
      return result instanceof Connection connection ? countingCommits(connection) : result;
    });
  }

  /** The same outputs; their commits are counted. */
  public List<Output.Opener> countingCommits(List<Output.Opener> openers) {
    return IntStream.range(0, openers.size())
        .<Output.Opener>mapToObj(
            n -> () -> countingCommits(OUTPUTS.get(n), openers.get(n).open()))
        .toList();
  }

  private Output countingCommits(String name, Output output) {
    return proxy(
        Output.class,
        (method, args) -> method.getName().equals("commit")
            ? durable(name, () -> call(output, method, args))
            : call(output, method, args));
  }

  /** Counts files as they are created, written and deleted in a folder; these steps do not block. */
  public void watchFiles(Path folder) throws IOException {
    Files.createDirectories(folder);
    var watch = folder.getFileSystem().newWatchService();
    folder.register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
    var thread = new Thread(() -> {
      try {
        for (var key = watch.take(); key.reset(); key = watch.take()) {
          for (var event : key.pollEvents()) {
            if (isTarget(files.decrementAndGet())) say("file " + FILES.get(event.kind()));
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    thread.setDaemon(true);
    thread.start();
  }

  private Connection countingCommits(Connection connection) {
    var written = new StringBuilder();
    return proxy(Connection.class, (method, args) -> {
      if (method.getName().equals("commit") && written.length() > 0) {
        return durable(written.toString(), () -> call(connection, method, args));
      }
      var result = call(connection, method, args);
      return result instanceof PreparedStatement statement && !isQuery(args[0])
          ? countingCommits(connection, statement, label(args[0]), written)
          : result;
    });
  }

  /** Outside of a transaction each statement is a step of its own. */
  private PreparedStatement countingCommits(
      Connection connection, PreparedStatement statement, String command, StringBuilder written) {
    return proxy(PreparedStatement.class, (method, args) -> {
      if (!method.getName().startsWith("execute")) return call(statement, method, args);
      if (connection.getAutoCommit()) return durable(command, () -> call(statement, method, args));
      if (written.indexOf(command) < 0)
        written.append(written.length() == 0 ? "" : "+").append(command);
      return call(statement, method, args);
    });
  }

  private Object durable(String what, Call call) throws Throwable {
    stopAt("before " + what);
    var result = call.make();
    stopAt("after " + what);
    return result;
  }

  private void stopAt(String what) throws InterruptedException {
    if (!isTarget(commits.incrementAndGet()) && !target.equals(what)) return;
    say(what);
    new CountDownLatch(1).await();
  }

  private boolean isTarget(int step) {
    return target.equals(Integer.toString(step));
  }

  private static void say(String what) {
    System.out.println(STEP_PREFIX + what);
    System.out.flush();
  }

  private static boolean isQuery(Object sql) {
    return sql.toString().startsWith("select");
  }

  private static String label(Object sql) {
    var text = sql.toString();
    return labelsOf(text).findFirst().orElse(text.substring(0, Math.min(40, text.length())));
  }

  static Stream<String> labels() {
    return LABELS.values().stream();
  }

  static Stream<String> labelsOf(String sql) {
    return LABELS.entrySet().stream()
        .filter(it -> sql.contains(it.getKey()))
        .map(Map.Entry::getValue);
  }

  private interface Call {
    Object make() throws Throwable;
  }

  private interface Answer {
    Object to(Method method, Object[] args) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, args) -> answer.to(method, args)));
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
