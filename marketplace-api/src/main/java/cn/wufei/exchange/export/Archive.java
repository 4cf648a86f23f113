package cn.wufei.exchange.export;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// A ZIP archive on disk that is written once and then read once. Its file has no name any more as
/// soon as it is open, so it goes when it is closed, and with the process.
final class Archive implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final FileChannel content;
  private final MessageDigest sha256 = Digests.sha256();
  private final ZipOutputStream zip;

  private Archive(FileChannel content, long bytesMax) {
    this.content = content;
    OutputStream bounded = new BoundedOutput(Channels.newOutputStream(content), bytesMax);
    this.zip =
        new ZipOutputStream(
            new DigestOutputStream(new BufferedOutputStream(bounded, BUFFER_BYTES), sha256));
  }

  static Archive create(long bytesMax) {
    try {
      Path path = Files.createTempFile("wufei-export-", null);
      return new Archive(FileChannel.open(path, READ, WRITE, DELETE_ON_CLOSE), bytesMax);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Begins a file of the archive. Close what is returned before the next one is begun.
  Entry begin(String name) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      return new Entry(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nothing is added any more.
  void finish() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of the whole archive, in hexadecimal digits; once, when it is finished.
  String takeSha256() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  long sizeBytes() {
    try {
      return content.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The archive from its beginning.
  InputStream read() {
    try {
      return Channels.newInputStream(content.position(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file of the archive while it is written.
  static final class Entry extends DigestOutputStream {

    private final ZipOutputStream zip;
    private @Nullable String sha256;

    private Entry(ZipOutputStream zip) {
      super(zip, Digests.sha256());
      this.zip = zip;
    }

    @Override
    public void close() throws IOException {
      if (sha256 == null) {
        sha256 = HexFormat.of().formatHex(getMessageDigest().digest());
        zip.closeEntry();
      }
    }

    /// Of its content, in hexadecimal digits; nothing while it is written.
    @Nullable String sha256() {
      return sha256;
    }
  }

  /// Says that an archive would become larger than one may be.
  static final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;
  }

  private static final class BoundedOutput extends FilterOutputStream {

    private long left;

    private BoundedOutput(OutputStream out, long bytesMax) {
      super(out);
      this.left = bytesMax;
    }

    @Override
    public void write(int value) throws IOException {
      take(1);
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      take(length);
      out.write(bytes, from, length);
    }

    /// The content is read after it is written.
    @Override
    public void close() throws IOException {
      out.flush();
    }

    private void take(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
