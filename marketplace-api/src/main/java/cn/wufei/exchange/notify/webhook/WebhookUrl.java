package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which addresses a webhook may be registered with. What its name leads to is asked again at each
/// call ([GuardedNames]), since a name may lead elsewhere tomorrow.
@Singleton
class WebhookUrl {

  static final int LENGTH_MAX = 500;

  private static final int PORT_MAX = 65_535;
  private static final String FIELD = "url";
  private static final String THIS_MACHINE = "localhost";

  private final boolean privateAllowed;
  private final AddressGuard guard;

  WebhookUrl(WebhookSettings settings) {
    this.privateAllowed = settings.privateAddresses();
    this.guard = new AddressGuard(privateAllowed);
  }

  /// Checked in this order: its form and scheme, whether the address is public.
  Outcome<URI> parse(String text) {
    URI url = wellFormed(text);
    if (url == null) {
      return Outcome.refused(WebhookRefusal.WEBHOOK_URL_INVALID, FIELD);
    }
    String host = hostOf(url);
    InetAddress literal = literal(host);
    boolean isHere = isThisMachine(host) || (literal != null && AddressGuard.isLoopback(literal));
    if (!url.getScheme().equalsIgnoreCase("https") && !(isHere && privateAllowed)) {
      return Outcome.refused(WebhookRefusal.WEBHOOK_URL_INVALID, FIELD);
    }
    boolean isRefused = literal == null ? isHere && !privateAllowed : !guard.isAllowed(literal);
    if (isRefused) {
      return Outcome.refused(WebhookRefusal.WEBHOOK_ADDRESS_PRIVATE, FIELD);
    }
    return Outcome.done(url);
  }

  /// The name or the address that is called, without the brackets of an IPv6 address.
  static String hostOf(URI url) {
    String host = url.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static @Nullable URI wellFormed(String text) {
    if (text.length() > LENGTH_MAX || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return null;
    }
    try {
      URI url = new URI(text);
      boolean isHttp =
          "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
      boolean isWhole =
          isHttp
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawFragment() == null
              && url.getPort() != 0
              && url.getPort() <= PORT_MAX;
      return isWhole ? url : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }

  private static boolean isThisMachine(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals(THIS_MACHINE) || name.endsWith("." + THIS_MACHINE);
  }

  private static @Nullable InetAddress literal(String host) {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
