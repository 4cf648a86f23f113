package cn.wufei.exchange.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is at the other end of a request and whether the way there is encrypted, also through the
/// proxies that are trusted. What anybody else writes into the forwarding headers counts for
/// nothing.
@Singleton
public class ClientConnection {

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
  private static final int SUBSCRIBER_PREFIX_BYTES = 8;

  private final List<AddressBlock> trusted;

  ClientConnection(ServerSettings settings) {
    this.trusted =
        settings.trustedProxies() == null
            ? List.of()
            : settings.trustedProxies().stream().map(AddressBlock::parse).toList();
  }

  public boolean isSecure(HttpRequest<?> request) {
    return request.isSecure()
        || (isTrusted(request.getRemoteAddress().getAddress())
            && "https".equalsIgnoreCase(request.getHeaders().get(FORWARDED_PROTO)));
  }

  /// The address by which a client is counted. An IPv6 subscriber has a whole /64, which counts as
  /// one.
  String countedAddress(HttpRequest<?> request) {
    InetAddress client = clientAddress(request);
    if (!(client instanceof Inet6Address)) {
      return client.getHostAddress();
    }
    byte[] bytes = client.getAddress();
    Arrays.fill(bytes, SUBSCRIBER_PREFIX_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The nearest address that is not a trusted proxy's, from the socket backwards.
  private InetAddress clientAddress(HttpRequest<?> request) {
    InetAddress nearest = request.getRemoteAddress().getAddress();
    List<String> hops =
        request.getHeaders().getAll(FORWARDED_FOR).stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .toList();
    for (int i = hops.size() - 1; i >= 0 && isTrusted(nearest); i--) {
      InetAddress hop = literal(hops.get(i).strip());
      if (hop == null) {
        return nearest;
      }
      nearest = hop;
    }
    return nearest;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(block -> block.contains(address));
  }

  private static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// The origin of the page that a browser reached this server under.
  String ownOrigin(HttpRequest<?> request) {
    String scheme = isSecure(request) ? "https" : "http";
    return scheme + "://" + request.getHeaders().get(HttpHeaders.HOST);
  }
}
