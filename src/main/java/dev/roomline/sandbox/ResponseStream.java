package dev.roomline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.roomline.sandbox.Response.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Sends one body: slice by slice if it has a rate, without a waiting thread. */
final class ResponseStream {
  private static final int SLICE = 64 * 1024;
  private static final int TICKS_PER_SECOND = 10;
  private static final Duration TICK = Duration.ofMillis(1000 / TICKS_PER_SECOND);

  private final Timer timer;
  private final HttpExchange exchange;
  private final Response response;
  private final Runnable arrived;
  private final InputStream in;
  private final OutputStream out;
  private long left;

  ResponseStream(Timer timer, HttpExchange exchange, Response response, Runnable arrived)
      throws IOException {
    this.timer = timer;
    this.exchange = exchange;
    this.response = response;
    this.arrived = arrived;
    this.in = response.responseBody().open();
    this.out = exchange.getResponseBody();
    this.left = response.sent();
  }

  void go() {
    try {
      move(response.rate() == 0 ? left : Math.max(1, response.rate() / TICKS_PER_SECOND));
      out.flush();
      if (left > 0) timer.after(TICK, this::go);
      else end();
    } catch (IOException gone) {
      leave();
    }
  }

  private void move(long most) throws IOException {
    var slice = new byte[(int) Math.min(SLICE, Math.min(most, left))];
    long moved = 0;
    while (moved < most && left > 0) {
      int count = in.read(slice, 0, (int) Math.min(slice.length, Math.min(most - moved, left)));
      if (count < 0) left = 0;
      else left -= count;
      // Before the last bytes are sent: the client may ask for the report at once.
      if (left == 0 && response.delivery() == Delivery.WHOLE) arrived.run();
      if (count > 0) out.write(slice, 0, count);
      moved += count;
    }
  }

  private void end() throws IOException {
    in.close();
    if (response.delivery() == Delivery.STALLED) return;
    if (response.delivery() == Delivery.WHOLE) out.close();
    exchange.close();
  }

  private void leave() {
    exchange.close();
    try {
      in.close();
    } catch (IOException unread) {
      // The client has closed the connection.
    }
  }
}
