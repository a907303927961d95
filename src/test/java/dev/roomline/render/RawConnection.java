package dev.roomline.render;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/** A client's connection to a {@link FaultyProvider}, with ways to misbehave on it. */
final class RawConnection {
  private static final Pattern LENGTH =
      Pattern.compile("(?i)\r\nContent-Length: *([0-9]+)", Pattern.DOTALL);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private final Socket socket;
  private final LongAdder bytes;
  private final InputStream in;

  RawConnection(Socket socket, LongAdder bytes) throws IOException {
    this.socket = socket;
    this.bytes = bytes;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** The head; the body is read, too. */
  String readRequest() throws IOException {
    var head = head();
    var length = LENGTH.matcher(head);
    if (length.find()) {
      var body = in.readNBytes(Integer.parseInt(length.group(1)));
      if (body.length < Integer.parseInt(length.group(1))) throw new IOException("half a request");
    }
    return head;
  }

  String head() throws IOException {
    var seen = new StringBuilder();
    while (!seen.toString().endsWith("\r\n\r\n")) {
      var next = in.read();
      if (next < 0) throw new IOException("no request");
      seen.append((char) next);
    }
    return seen.toString();
  }

  void answer(int http, String headers, byte[] body) throws IOException {
    say("HTTP/1.1 %d told\r\nConnection: close\r\n%s".formatted(http, headers));
    say((http == 204 ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n");
    say(body);
  }

  void say(String text) throws IOException {
    say(KeyEcho.head(text).getBytes(StandardCharsets.UTF_8));
  }

  void say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    this.bytes.add(bytes.length);
  }

  /** Sends so slowly that every deadline of the matrix ends before it. */
  void writeSlowly(String text) throws IOException {
    try {
      for (var letter : KeyEcho.head(text).split("")) {
        say(letter);
        var unused = NEVER.await(60, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Reads no byte until the matrix ends. */
  void stallWithoutReading() throws IOException {
    try {
      NEVER.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Sends nothing more, until the client closes the connection. */
  void stall() throws IOException {
    while (in.read() >= 0) {}
  }
}
