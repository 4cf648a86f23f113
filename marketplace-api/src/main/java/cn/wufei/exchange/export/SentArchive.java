package cn.wufei.exchange.export;

import java.io.IOException;
import java.io.InputStream;

/// An archive while it is sent. Its turn ends before the last bytes are handed on, so that who has
/// all of them can ask for the next one at once, or when the reader has gone away. A read after the
/// turn was ended for a reader that fetched nothing fails, and the sending with it.
final class SentArchive extends InputStream {

  private final InputStream content;
  private final Turns.Turn turn;
  private long left;

  SentArchive(Archive archive, Turns.Turn turn) {
    this.content = archive.read();
    this.turn = turn;
    this.left = archive.sizeBytes();
    turn.goesOn();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = content.read(into, from, length);
    if (count < 0) {
      throw new IOException("an archive became shorter");
    }
    left -= count;
    turn.goesOn();
    if (left == 0) {
      turn.end();
    }
    return count;
  }

  @Override
  public void close() {
    turn.end();
  }
}
