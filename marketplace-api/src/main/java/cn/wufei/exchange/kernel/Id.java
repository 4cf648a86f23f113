package cn.wufei.exchange.kernel;

import java.security.SecureRandom;
import java.time.Instant;

/// Names one row of any feature: 63 bits, of which the upper 41 are milliseconds since 2020-01-01
/// UTC and the lower 22 a counter that starts at random in each millisecond. Ids made later in one
/// process are larger, so an index on them grows at its end. Outside Java and SQL an id is 13
/// characters of Crockford's base 32.
public record Id(long value) implements Comparable<Id> {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TEXT_LENGTH = 13;
  private static final int BITS_PER_CHARACTER = 5;
  private static final int COUNTER_BITS = 22;
  private static final long EPOCH_MS = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static long last;

  public Id {
    if (value <= 0) {
      throw new IllegalArgumentException("an id is positive");
    }
  }

  /// A new id, larger than every other made by this process.
  public static Id next() {
    long start =
        (System.currentTimeMillis() - EPOCH_MS) << COUNTER_BITS
            | RANDOM.nextInt(1 << (COUNTER_BITS - 1));
    synchronized (Id.class) {
      last = Math.max(last + 1, start);
      return new Id(last);
    }
  }

  public static Id of(long value) {
    return new Id(value);
  }

  /// Reads the 13 characters.
  ///
  /// @throws IllegalArgumentException when the text is not an id
  public static Id parse(String text) {
    if (text.length() != TEXT_LENGTH) {
      throw new IllegalArgumentException("an id has " + TEXT_LENGTH + " characters");
    }
    long value = 0;
    for (int i = 0; i < TEXT_LENGTH; i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0 || (i == 0 && digit > 7)) {
        throw new IllegalArgumentException("not an id");
      }
      value = value << BITS_PER_CHARACTER | digit;
    }
    return new Id(value);
  }

  @Override
  public String toString() {
    char[] text = new char[TEXT_LENGTH];
    long rest = value;
    for (int i = TEXT_LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET.charAt((int) (rest & 31));
      rest >>>= BITS_PER_CHARACTER;
    }
    return new String(text);
  }

  @Override
  public int compareTo(Id other) {
    return Long.compare(value, other.value);
  }
}
