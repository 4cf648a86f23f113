package cn.wufei.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One service's claim on a state folder: `run/NAME.lock` is held as long as this JVM uses it,
/// `run/NAME.pid` says which process serves it.
final class RunFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
  private static final Duration ORPHAN_GRACE = Duration.ofSeconds(20);

  private final Path record;
  private final FileChannel channel;

  private RunFolder(Path record, FileChannel channel) {
    this.record = record;
    this.channel = channel;
  }

  /// Claims the folder and ends what an earlier JVM that was killed has left running.
  ///
  /// @throws LocalServicesException when a living instance uses it
  static RunFolder claim(Path varDir, String service) {
    Path run = varDir.resolve("run");
    try {
      Files.createDirectories(run);
      FileChannel channel =
          FileChannel.open(
              run.resolve(service + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!lock(channel)) {
        String holder = StandardCharsets.US_ASCII.decode(content(channel)).toString().strip();
        channel.close();
        throw new LocalServicesException(
            "The folder %s is in use by another running instance (process %s): stop it, or take another folder"
                .formatted(varDir, holder.isEmpty() ? "unknown" : holder));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      RunFolder folder = new RunFolder(run.resolve(service + ".pid"), channel);
      folder.endOrphan();
      return folder;
    } catch (IOException e) {
      throw new LocalServicesException("The folder %s cannot be used: %s".formatted(varDir, e), e);
    }
  }

  /// Notes the process so that a later claim can find it.
  void note(long pid, List<String> command) throws IOException {
    Optional<ProcessIdentity> identity = ProcessIdentity.of(pid);
    if (identity.isPresent()) {
      new ProcessRecord(identity.get(), String.join(" ", command)).write(record);
    }
  }

  void forget() {
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      LOG.warn("{} cannot be removed: {}", record, e.toString());
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("The lock beside {} cannot be released: {}", record, e.toString());
    }
  }

  private void endOrphan() {
    Optional<ProcessRecord> noted = ProcessRecord.read(record);
    if (noted.isPresent() && noted.get().identity().isRunning()) {
      long pid = noted.get().identity().pid();
      LOG.info("Ending process {}, left behind by an instance that was killed", pid);
      @Nullable ProcessHandle orphan = ProcessHandle.of(pid).orElse(null);
      if (orphan != null && !ProcessTree.end(orphan, ORPHAN_GRACE)) {
        throw new LocalServicesException(
            "Process %d, left behind by an earlier run, cannot be ended".formatted(pid));
      }
    }
    forget();
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static ByteBuffer content(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    channel.read(bytes, 0);
    return bytes.flip();
  }
}
