package cn.wufei.exchange.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Reads a file part by part, each when it is needed, so that one of them is in memory and no
/// connection is held between them.
final class PartsInputStream extends InputStream {

  private final IntFunction<byte @Nullable []> parts;
  private final int count;
  private int next;
  private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);

  PartsInputStream(IntFunction<byte @Nullable []> parts, int count) {
    this.parts = parts;
    this.count = count;
  }

  @Override
  public int read() {
    return isOver() ? -1 : current.read();
  }

  @Override
  public int read(byte[] into, int from, int length) {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) {
      return 0;
    }
    return isOver() ? -1 : current.read(into, from, length);
  }

  @Override
  public int available() throws IOException {
    return current.available();
  }

  private boolean isOver() {
    while (current.available() == 0) {
      if (next == count) {
        return true;
      }
      byte[] part = parts.apply(next);
      if (part == null) {
        throw new IllegalStateException("part " + next + " of " + count + " is missing");
      }
      next++;
      current = new ByteArrayInputStream(part);
    }
    return false;
  }
}
