package cn.wufei.verify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes rows as the bytes that are hashed, one after the other into one buffer that is used
/// again.
final class LeafWriter {

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int TEXT_LIMIT = Short.MAX_VALUE;

  private byte[] buffer = new byte[512];
  private int length;

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  /// The buffer itself, valid up to [#length()] until the next write.
  byte[] buffer() {
    return buffer;
  }

  byte[] toBytes() {
    return Arrays.copyOf(buffer, length);
  }

  LeafWriter i8(int value) {
    room(1);
    buffer[length++] = (byte) value;
    return this;
  }

  LeafWriter i16(int value) {
    room(Short.BYTES);
    SHORT.set(buffer, length, (short) value);
    length += Short.BYTES;
    return this;
  }

  LeafWriter i32(int value) {
    room(Integer.BYTES);
    INT.set(buffer, length, value);
    length += Integer.BYTES;
    return this;
  }

  LeafWriter i64(long value) {
    room(Long.BYTES);
    LONG.set(buffer, length, value);
    length += Long.BYTES;
    return this;
  }

  LeafWriter bytes(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, buffer, length, value.length);
    length += value.length;
    return this;
  }

  LeafWriter text(byte[] utf8) {
    if (utf8.length > TEXT_LIMIT) {
      throw new IllegalArgumentException("a text has at most " + TEXT_LIMIT + " bytes");
    }
    return i16(utf8.length).bytes(utf8);
  }

  LeafWriter text(String value) {
    return text(value.getBytes(StandardCharsets.UTF_8));
  }

  LeafWriter optI64(@Nullable Long value) {
    return value == null ? i8(0) : i8(1).i64(value);
  }

  LeafWriter optI16(@Nullable Short value) {
    return value == null ? i8(0) : i8(1).i16(value);
  }

  LeafWriter optText(@Nullable String value) {
    return value == null ? i8(0) : i8(1).text(value);
  }

  private void room(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
    }
  }
}
