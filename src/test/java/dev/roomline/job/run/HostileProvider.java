package dev.roomline.job.run;

import dev.roomline.render.SamplePng;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.ObjectMapper;

/** A provider on a raw socket whose answers are full of one trick; it records each request. */
final class HostileProvider implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The requests without their bodies. */
  final Queue<String> heads = new ConcurrentLinkedQueue<>();

  private final AtomicInteger creates = new AtomicInteger();
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> tricks;

  HostileProvider(List<String> tricks) throws IOException {
    this.tricks = tricks;
    threads.execute(this::listen);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      var head = head(in);
      heads.add(head);
      var length = LENGTH.matcher(head);
      if (length.find()) in.readNBytes(Integer.parseInt(length.group(1)));
      var trick = tricks.get(creates.get() % tricks.size());
      var body = head.startsWith("POST") ? JSON.writeValueAsBytes(answer()) : SamplePng.png(head);
      var named = "Content-Disposition: attachment; filename=\"" + trick.replaceAll("[\r\n]", "")
          + "\"\r\n";
      var out = "HTTP/1.1 200 OK\r\nConnection: close\r\n" + named + "Content-Length: "
          + body.length + "\r\n\r\n";
      socket.getOutputStream().write(out.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
    } catch (IOException e) {
      // The client closed the connection.
    }
  }

  /** Every third create is refused with the trick for a message, all others deliver. */
  private Map<String, Object> answer() {
    var n = creates.getAndIncrement();
    var trick = tricks.get(n % tricks.size());
    if (n % 3 == 0) return Map.of("status", "error", "message", trick, "tip", trick);
    var meta = Map.of(trick, trick, "model_id", trick, "seed", -5);
    var outputs = List.of(
        url() + "/pictures/" + n + "/" + trick,
        url() + "/pictures/" + n + "/" + URLEncoder.encode(trick, StandardCharsets.UTF_8),
        url() + "/pictures/" + n + ".png");
    return Map.of(
        "status",
        "success",
        "id",
        trick + n,
        "output",
        outputs,
        "meta",
        meta,
        "generationTime",
        -1.5,
        "proxy_links",
        List.of(trick),
        "message",
        trick);
  }

  private static String head(InputStream in) throws IOException {
    var seen = new StringBuilder();
    while (!seen.toString().endsWith("\r\n\r\n")) {
      var next = in.read();
      if (next < 0) throw new IOException("no request");
      seen.append((char) next);
    }
    return seen.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
