package dev.roomline.render;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** A provider on a raw socket: one call fails, the others succeed, and each answer repeats the key. */
final class FaultyProvider implements AutoCloseable {
  private final Map<ApiCall, AtomicInteger> requestCount = new ConcurrentHashMap<>();
  private final LongAdder bytes = new LongAdder();
  private final FaultCase faultCase;
  private final AtomicInteger faultsLeft;
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Socket unusedPort = new Socket();
  private final ExecutorService threads = Executors.newCachedThreadPool(threads());
  private volatile boolean armed;

  FaultyProvider(FaultCase faultCase) throws IOException {
    this.faultCase = faultCase;
    this.faultsLeft = new AtomicInteger(faultCase.times());
    if (faultCase.apiCall() == ApiCall.CREATE || faultCase.apiCall() == ApiCall.UPLOAD) arm();
    threads.execute(this::listen);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** How often a whole request of this kind arrived. */
  int requestCount(ApiCall apiCall) {
    return requestCount.computeIfAbsent(apiCall, it -> new AtomicInteger()).get();
  }

  /** How much it could send before the client closed the connection. */
  long bytes() {
    return bytes.sum();
  }

  /** From now on the call fails. */
  private void arm() throws IOException {
    armed = true;
    if (!faultCase.fault().equals(Fault.NOBODY_LISTENS)) return;
    var address = server.getLocalSocketAddress();
    server.close();
    unusedPort.setReuseAddress(true);
    // Keeps the port from other providers; the old listener needs a moment to close.
    await().ignoreException(BindException.class).until(() -> {
      unusedPort.bind(address);
      return true;
    });
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
      var rawConnection = new RawConnection(socket, bytes);
      if (armed && faultCase.fault().early() && faultsLeft.getAndDecrement() > 0) {
        faultCase.fault().conduct().towards(rawConnection, new byte[0]);
        return;
      }
      var head = rawConnection.readRequest();
      var apiCall = ApiCall.of(head);
      requestCount(apiCall);
      var number = requestCount.get(apiCall).incrementAndGet();
      if (apiCall == ApiCall.CREATE) arm();
      if (apiCall == faultCase.apiCall()
          && !faultCase.fault().early()
          && faultsLeft.getAndDecrement() > 0) {
        faultCase.fault().conduct().towards(rawConnection, well(apiCall, number, head));
      } else {
        rawConnection.answer(200, "", well(apiCall, number, head));
      }
    } catch (IOException e) {
      // The client closed the connection, as the matrix expects.
    }
  }

  private byte[] well(ApiCall apiCall, int number, String head) {
    if (apiCall == ApiCall.DOWNLOAD)
      return SamplePng.png(URI.create(head.split(" ")[1]).getPath());
    var file = "pictures/" + (apiCall == ApiCall.CREATE ? "new-" + number : "7") + ".png";
    var waits = apiCall == ApiCall.CREATE && faultCase.apiCall() == ApiCall.COLLECT;
    var body = waits
        ? "{\"status\":\"processing\",\"id\":7,\"output\":[]}"
        : "{\"status\":\"success\",\"id\":7,\"output\":[\"%s/%s\"],\"meta\":{\"seed\":1}}"
            .formatted(url(), file);
    return KeyEcho.in(body);
  }

  private static CustomizableThreadFactory threads() {
    var factory = new CustomizableThreadFactory("faulty-provider-");
    factory.setDaemon(true);
    return factory;
  }

  @Override
  public void close() throws IOException {
    server.close();
    unusedPort.close();
    threads.shutdownNow();
  }
}
