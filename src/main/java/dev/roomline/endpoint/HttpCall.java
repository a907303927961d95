package dev.roomline.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageHeaders;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One request on a connection of its own, which is never kept: no request meets a connection that the
 * server is about to close, and no answer to another. For one thread.
 */
final class HttpCall implements AutoCloseable {
  private static final ContentType JSON = ContentType.create("application/json");

  /** Reads what is kept of a body. */
  interface BodyReader {
    ResponseBody read(InputStreamReader text) throws IOException;
  }

  private final HttpConnections connections;
  private final CallTime time;
  private final CloseableHttpClient http;
  private @Nullable CallSocket socket;
  private int connectMillis;
  private boolean begun;
  private long sentAt;

  HttpCall(HttpConnections connections, Duration longest) {
    this.connections = connections;
    this.time = new CallTime(longest);
    this.connectMillis = connections.connectMillis(1);
    DetachedSocketFactory sockets = proxy -> socket = connections.socket(time, connectMillis);
    this.http = connections.client(sockets, new Names(), new OnceOnly());
  }

  /** Sends the request and reads its answer, whatever its status. */
  HttpAnswer post(URI to, String json, BodyReader reader) throws IOException {
    var request = new HttpPost(to);
    request.setEntity(new ByteArrayEntity(json.getBytes(StandardCharsets.UTF_8), JSON));
    var response = http.executeOpen(HttpHost.create(to), request, null);
    var entity = response.getEntity();
    var body = entity == null ? InputStream.nullInputStream() : entity.getContent();
    var text = new InputStreamReader(new LimitedInputStream(body), StandardCharsets.UTF_8);
    var kept = reader.read(text);
    var took = Duration.ofNanos(System.nanoTime() - sentAt);
    return new HttpAnswer(response.getCode(), headers(response), kept, took);
  }

  /** Whether a byte of the request may have been sent. */
  boolean begun() {
    return begun;
  }

  boolean isLate() {
    return time.isOver();
  }

  @Override
  public void close() {
    http.close(CloseMode.IMMEDIATE);
    try {
      if (socket != null) socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  private static HttpHeaders headers(MessageHeaders received) {
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    for (var header : received.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  /** Looks names up within the time of the call, of which each address then has its share. */
  private final class Names implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      var found = connections.addresses().find(host, time.left());
      connectMillis = connections.connectMillis(found.length);
      return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  /** Sends the request once, and only if the server has said nothing yet. */
  private final class OnceOnly extends HttpRequestExecutor {
    @Override
    public ClassicHttpResponse execute(
        ClassicHttpRequest request,
        HttpClientConnection connection,
        HttpResponseInformationCallback interim,
        HttpContext context)
        throws IOException, HttpException {
      if (Method.CONNECT.isSame(request.getMethod())) { // to a proxy, without the request
        return super.execute(request, connection, interim, context);
      }
      if (begun) throw new IOException("a paid request is sent only once");
      lookForEarlyWords(connection);
      begun = true;
      sentAt = System.nanoTime();
      return super.execute(request, connection, interim, context);
    }

    private void lookForEarlyWords(HttpClientConnection connection) throws IOException {
      var look = Timeout.of(connections.look());
      if (connection.isDataAvailable(look)) throw new IOException("it answered before the request");
      if (connection.isStale()) throw new IOException("it closed the connection at once");
      if (time.isOver()) throw new SocketTimeoutException("the time to send it is over");
      if (socket != null) connections.addresses().connected(socket.getInetAddress());
    }
  }
}
