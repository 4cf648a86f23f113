package cn.wufei.exchange.ledger.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes of a leaf or a block header being put together: integers big-endian, texts with their
/// length, columns that may be null with a byte before them.
final class Content {

  private static final int TYPICAL = 256;
  private byte[] bytes = new byte[TYPICAL];
  private int length;

  Content(char tag) {
    bytes[length++] = (byte) tag;
  }

  Content i16(int value) {
    room(Short.BYTES);
    bytes[length++] = (byte) (value >>> 8);
    bytes[length++] = (byte) value;
    return this;
  }

  Content i32(int value) {
    return i16(value >>> 16).i16(value);
  }

  Content i64(long value) {
    return i32((int) (value >>> 32)).i32((int) value);
  }

  Content text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    if (utf8.length > Short.MAX_VALUE) {
      throw new IllegalArgumentException("a text of a sealed row is short: " + utf8.length);
    }
    return i16(utf8.length).raw(utf8);
  }

  Content instant(Instant value) {
    return i64(ChronoUnit.MICROS.between(Instant.EPOCH, value));
  }

  Content date(LocalDate value) {
    return i32(Math.toIntExact(value.toEpochDay()));
  }

  Content raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  Content optional64(@Nullable Long value) {
    return value == null ? absent() : present().i64(value);
  }

  Content optional16(@Nullable Integer value) {
    return value == null ? absent() : present().i16(value);
  }

  Content optionalText(@Nullable String value) {
    return value == null ? absent() : present().text(value);
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  private Content absent() {
    room(1);
    bytes[length++] = 0;
    return this;
  }

  private Content present() {
    room(1);
    bytes[length++] = 1;
    return this;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
