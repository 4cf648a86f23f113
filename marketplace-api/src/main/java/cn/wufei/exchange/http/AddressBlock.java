package cn.wufei.exchange.http;

import java.net.InetAddress;

/// A block of addresses in CIDR form, or one address.
record AddressBlock(InetAddress first, int prefixBits) {

  /// @throws IllegalArgumentException when the text is not a literal address with an optional
  ///   prefix length
  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int bits = first.getAddress().length * Byte.SIZE;
    int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("not a block of addresses: " + text);
    }
    return new AddressBlock(first, prefix);
  }

  boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
