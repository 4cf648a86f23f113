package cn.wufei.exchange.attachment;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A file that was sent, on disk until it is closed, so that many senders at once do not fill the
/// memory.
public final class ReceivedFile implements AutoCloseable {

  /// What a file's name may consist of: it names a file and not a place.
  public static final String NAME = "[^\\p{Cntrl}/\\\\]*";

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String FIELD = "file";

  private final FileChannel content;
  private final String name;
  private final FileKind kind;
  private final Digest digest;

  private ReceivedFile(FileChannel content, String name, FileKind kind, String sha256) {
    this.content = content;
    this.name = name;
    this.kind = kind;
    this.digest = new Digest(name, sha256);
  }

  /// What tells one sending from another, for a request that is sent again.
  @Serdeable
  public record Digest(String name, String sha256) {}

  /// Reads what was sent, and no more of it than is taken; the server throws the rest away.
  ///
  /// @param sent nothing when the request had no body
  /// @param announced bytes that the request says its body has; below 0 when it does not say so
  public static Outcome<ReceivedFile> read(
      FileKind.Purpose purpose, String name, @Nullable InputStream sent, long announced) {
    if (sent == null) {
      return Outcome.refused(AttachmentRefusal.FILE_EMPTY, FIELD);
    }
    try (sent) {
      if (announced > purpose.bytesMax()) {
        return tooLarge(purpose);
      }
      return kept(unnamed(), purpose, name, sent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Digest digest() {
    return digest;
  }

  String name() {
    return name;
  }

  public FileKind kind() {
    return kind;
  }

  String mediaType() {
    return kind.mediaType();
  }

  String sha256() {
    return digest.sha256();
  }

  long sizeBytes() {
    try {
      return content.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// So many bytes from there on, fewer at the end.
  byte[] bytes(long from, int atMost) {
    try {
      return bytes(content, from, atMost);
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

  /// Keeps the file open only where it is taken: not either when its sender went away.
  private static Outcome<ReceivedFile> kept(
      FileChannel content, FileKind.Purpose purpose, String name, InputStream sent)
      throws IOException {
    boolean taken = false;
    try {
      Outcome<ReceivedFile> received = received(content, purpose, name, sent);
      taken = received instanceof Outcome.Done<ReceivedFile>;
      return received;
    } finally {
      if (!taken) {
        content.close();
      }
    }
  }

  private static Outcome<ReceivedFile> received(
      FileChannel content, FileKind.Purpose purpose, String name, InputStream sent)
      throws IOException {
    MessageDigest sha256 = sha256Digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream digested = new DigestInputStream(sent, sha256)) {
      for (int read = digested.read(buffer); read >= 0; read = digested.read(buffer)) {
        ByteBuffer more = ByteBuffer.wrap(buffer, 0, read);
        while (more.hasRemaining()) {
          content.write(more);
        }
        if (content.size() > purpose.bytesMax()) {
          return tooLarge(purpose);
        }
      }
    }
    if (content.size() == 0) {
      return Outcome.refused(AttachmentRefusal.FILE_EMPTY, FIELD);
    }
    FileKind kind = FileKind.of(purpose, bytes(content, 0, FileKind.BEGINNING_BYTES));
    return kind == null
        ? Outcome.refused(unknown(purpose), FIELD)
        : Outcome.done(
            new ReceivedFile(content, name, kind, HexFormat.of().formatHex(sha256.digest())));
  }

  private static AttachmentRefusal unknown(FileKind.Purpose purpose) {
    return purpose == FileKind.Purpose.TABLE
        ? AttachmentRefusal.TABLE_KIND_UNKNOWN
        : AttachmentRefusal.FILE_KIND_UNKNOWN;
  }

  private static Outcome<ReceivedFile> tooLarge(FileKind.Purpose purpose) {
    return Outcome.<ReceivedFile>refused(AttachmentRefusal.FILE_TOO_LARGE, FIELD)
        .with("bytesMax", purpose.bytesMax());
  }

  private static byte[] bytes(FileChannel content, long from, int atMost) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(atMost, content.size() - from));
    while (bytes.hasRemaining()) {
      if (content.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("a received file became shorter");
      }
    }
    return bytes.array();
  }

  /// A file that goes when it is closed, and with the process.
  private static FileChannel unnamed() throws IOException {
    Path path = Files.createTempFile("wufei-received-", null);
    return FileChannel.open(path, READ, WRITE, DELETE_ON_CLOSE);
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
