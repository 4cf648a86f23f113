package cn.wufei.exchange.notify.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/// Looks names up for the client, which connects to the addresses that come from here and to no
/// others: what was checked is what is called. A name that leads to a forbidden address among
/// others is refused as a whole.
final class GuardedNames implements DnsResolver {

  /// Each is tried for a while; more would not be reached within the time of an attempt.
  private static final int ADDRESSES_MAX = 2;

  private final DnsResolver names;
  private final AddressGuard guard;

  GuardedNames(DnsResolver names, AddressGuard guard) {
    this.names = names;
    this.guard = guard;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = names.resolve(host);
    if (!Arrays.stream(found).allMatch(guard::isAllowed)) {
      throw new RefusedAddressException(host);
    }
    return Arrays.copyOf(found, Math.min(found.length, ADDRESSES_MAX));
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return host;
  }

  static final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    RefusedAddressException(String host) {
      super(host + " leads to an address that must not be called");
    }
  }
}
