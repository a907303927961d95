package dev.roomline.download;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that sends given bytes, and records connections and requests. */
final class LoopbackServer implements AutoCloseable {

  interface Conduct {
    void towards(Caller caller) throws IOException, InterruptedException;
  }

  final AtomicInteger connections = new AtomicInteger();
  final List<String> requestHeads = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::thread);
  private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  private final Conduct conduct;

  LoopbackServer(Conduct conduct) throws IOException {
    this.conduct = conduct;
    threads.execute(this::listen);
  }

  /** Sends the same answer to each request and keeps the connection open. */
  static LoopbackServer saying(String answer) throws IOException {
    return new LoopbackServer(caller -> caller.say(answer));
  }

  /** Sends it once and closes the connection. */
  static LoopbackServer breakingOffAfter(String answer) throws IOException {
    return new LoopbackServer(caller -> {
      caller.say(answer);
      caller.socket.close();
    });
  }

  static LoopbackServer with(String picture) throws IOException {
    return saying("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: "
        + picture.length() + "\r\n\r\n" + picture);
  }

  static LoopbackServer redirectingTo(String location) throws IOException {
    return saying("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
  }

  /** A server that must receive no connection. */
  static LoopbackServer neverToBeCalled() throws IOException {
    return with("tweet");
  }

  int port() {
    return server.getLocalPort();
  }

  String origin() {
    return "http://127.0.0.1:" + port();
  }

  String url() {
    return origin() + "/a.png";
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      for (String head; !(head = head(socket)).isEmpty(); ) {
        requestHeads.add(head);
        conduct.towards(new Caller(socket));
      }
    } catch (IOException e) {
      // The client closed the connection, as many of these tests expect.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(Socket socket) throws IOException {
    var seen = new StringBuilder();
    while (!seen.toString().endsWith("\r\n\r\n")) {
      var next = socket.getInputStream().read();
      if (next < 0) return "";
      seen.append((char) next);
    }
    return seen.toString();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    threads.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "fetch server");
    thread.setDaemon(true);
    return thread;
  }

  /** A connected client. */
  final class Caller {
    final Socket socket;

    private Caller(Socket socket) {
      this.socket = socket;
    }

    void say(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    }

    /** Sends the same few bytes at intervals until the client closes the connection. */
    void trickle(String bytes, int times) throws IOException, InterruptedException {
      for (var i = 0; i < times && !closed.await(20, TimeUnit.MILLISECONDS); i++) say(bytes);
    }

    /** Waits until the client closes or resets the connection. */
    void waitForTheEnd() {
      try {
        while (socket.getInputStream().read() >= 0) {}
      } catch (IOException e) {
        // A reset is an end, too.
      }
    }
  }
}
