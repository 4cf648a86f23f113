package cn.wufei.verify;

import org.jspecify.annotations.Nullable;

/// Ids as the interface writes them: 13 characters of Crockford's base 32, for 63 bits.
final class Base32 {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 13;
  private static final int BITS = 5;

  private Base32() {}

  static @Nullable Long parse(String text) {
    if (text.length() != LENGTH || text.charAt(0) > '7') {
      return null;
    }
    long value = 0;
    for (int i = 0; i < LENGTH; i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        return null;
      }
      value = (value << BITS) | digit;
    }
    return value;
  }

  static String format(long id) {
    char[] text = new char[LENGTH];
    long rest = id;
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET.charAt((int) (rest & 31));
      rest >>>= BITS;
    }
    return new String(text);
  }
}
