package cn.wufei.exchange.bulk.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A part of a workbook as it comes out of its archive: no more of it than it may hold, and in XML
/// no text, name or attribute longer than a spreadsheet has one, whatever reads it.
final class XmlBytes extends FilterInputStream {

  /// Bytes without the beginning or end of a tag: 32,767 characters, which is what a cell holds, in
  /// their longest form.
  private static final int STRETCH_MAX = 256 * 1024;

  private final long atMost;
  private final boolean isXml;
  private long count;
  private int stretch;

  XmlBytes(InputStream content, long atMost, boolean isXml) {
    super(content);
    this.atMost = atMost;
    this.isXml = isXml;
  }

  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// Bytes that were read.
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    count += Math.max(read, 0);
    if (count > atMost) {
      throw new TooMuch();
    }
    for (int i = from; isXml && i < from + read; i++) {
      stretch = into[i] == '<' || into[i] == '>' ? 0 : stretch + 1;
      if (stretch > STRETCH_MAX) {
        throw new TooMuch();
      }
    }
    return read;
  }
}
