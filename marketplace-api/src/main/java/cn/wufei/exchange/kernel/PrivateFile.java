package cn.wufei.exchange.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files that only their owner may read. The mode is given when the file is made, so that it is
/// never open for a moment, and the file appears whole under its name.
public final class PrivateFile {

  private PrivateFile() {}

  public static @Nullable String readIfThere(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : null;
  }

  public static void write(Path file, byte[] content) throws IOException {
    Path whole = file.toAbsolutePath();
    Files.createDirectories(whole.getParent());
    Path part = whole.resolveSibling(whole.getFileName() + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(part);
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
      channel.write(ByteBuffer.wrap(content));
    }
    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
