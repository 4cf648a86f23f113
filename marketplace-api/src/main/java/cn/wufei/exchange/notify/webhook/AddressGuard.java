package cn.wufei.exchange.notify.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Which addresses a webhook may lead to: those of the public internet. Whoever registers a webhook
/// chooses what the exchange calls; without this it would call what lies beside it, such as the
/// database or a cloud's metadata service, for a stranger.
///
/// The lists are the special-purpose registries of IANA (RFC 6890 and what was registered since).
/// An IPv6 address that stands for an IPv4 address is judged as that one.
final class AddressGuard {

  private static final List<Block> LOOPBACK =
      List.of(Block.of("127.0.0.0", 8), Block.of("::1", 128));

  private static final List<Block> PRIVATE =
      List.of(
          Block.of("10.0.0.0", 8),
          Block.of("172.16.0.0", 12),
          Block.of("192.168.0.0", 16),
          Block.of("fc00::", 7));

  private static final List<Block> NEVER =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("100.64.0.0", 10),
          Block.of("169.254.0.0", 16),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.31.196.0", 24),
          Block.of("192.52.193.0", 24),
          Block.of("192.88.99.0", 24),
          Block.of("192.175.48.0", 24),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("224.0.0.0", 4),
          Block.of("240.0.0.0", 4));

  /// Of IPv6 only this block is given out for the public internet.
  private static final Block GLOBAL_V6 = Block.of("2000::", 3);

  private static final List<Block> NEVER_V6 =
      List.of(
          Block.of("2001::", 23),
          Block.of("2001:db8::", 32),
          Block.of("2620:4f:8000::", 48),
          Block.of("3fff::", 20));

  private static final Block NAT64 = Block.of("64:ff9b::", 96);
  private static final Block SIX_TO_FOUR = Block.of("2002::", 16);
  private static final int V4_BYTES = 4;
  private static final int SIX_TO_FOUR_AT = 2;

  private final boolean privateAllowed;

  /// @param privateAllowed whether this machine and private networks may be called too
  AddressGuard(boolean privateAllowed) {
    this.privateAllowed = privateAllowed;
  }

  boolean isAllowed(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (isIn(LOOPBACK, bytes) || isIn(PRIVATE, bytes)) {
      return privateAllowed;
    }
    return address instanceof Inet6Address ? isPublicV6(bytes) : !isIn(NEVER, bytes);
  }

  static boolean isLoopback(InetAddress address) {
    return isIn(LOOPBACK, address.getAddress());
  }

  private boolean isPublicV6(byte[] bytes) {
    if (NAT64.holds(bytes)) {
      return isAllowed(v4(bytes, bytes.length - V4_BYTES));
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return isAllowed(v4(bytes, SIX_TO_FOUR_AT));
    }
    return GLOBAL_V6.holds(bytes) && !isIn(NEVER_V6, bytes);
  }

  private static InetAddress v4(byte[] bytes, int from) {
    try {
      return Inet4Address.getByAddress(Arrays.copyOfRange(bytes, from, from + V4_BYTES));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isIn(List<Block> blocks, byte[] address) {
    return blocks.stream().anyMatch(block -> block.holds(address));
  }

  /// Addresses that begin alike.
  @SuppressWarnings("ArrayRecordComponent")
  private record Block(byte[] first, int bits) {

    static Block of(String literal, int bits) {
      return new Block(InetAddress.ofLiteral(literal).getAddress(), bits);
    }

    boolean holds(byte[] address) {
      if (address.length != first.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((address[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
