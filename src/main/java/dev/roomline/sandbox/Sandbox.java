package dev.roomline.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * A local test provider for demos and tests: a real HTTP server on loopback that speaks the contract,
 * draws rooms, misbehaves on request and keeps a ledger of what it charged.
 */
public final class Sandbox implements AutoCloseable {
  private static final int BACKLOG = 4096;

  // Read once, when the JDK's server class is loaded.
  static {
    prefer("java.awt.headless", "true");
    prefer("sun.net.httpserver.nodelay", "true");
    prefer("sun.net.httpserver.maxIdleConnections", "100000");
    prefer("sun.net.httpserver.idleInterval", "86400");
  }

  private final HttpServer server;
  private final SandboxContext sandboxContext;
  private final URI url;

  private Sandbox(HttpServer server, SandboxSettings settings) {
    this.server = server;
    this.url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    this.sandboxContext = SandboxContext.of(settings, url.toString(), new Timer());
  }

  /**
   * Starts the server.
   *
   * @throws java.net.BindException if the port is taken
   */
  public static Sandbox start(SandboxSettings settings) throws IOException {
    var address =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port());
    var sandbox = new Sandbox(HttpServer.create(address, BACKLOG), settings);
    sandbox.server.createContext("/", new RequestRouter(sandbox.sandboxContext));
    sandbox.server.setExecutor(sandbox.sandboxContext.timer().workers());
    sandbox.server.start();
    return sandbox;
  }

  /** Where it listens: {@code http://127.0.0.1:PORT}. */
  public URI url() {
    return url;
  }

  /** Where the photos of its folder can be fetched. */
  public URI photosUrl() {
    return url.resolve(PhotoFolder.PATH);
  }

  /** Ends all exchanges at once, unanswered ones included, and deletes the uploads. */
  @Override
  public void close() {
    sandboxContext.timer().close();
    server.stop(0);
    sandboxContext.originals().uploads().close();
  }

  private static void prefer(String property, String value) {
    if (System.getProperty(property) == null) System.setProperty(property, value);
  }
}
