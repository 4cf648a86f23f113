package cn.wufei.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Checks and makes the folders in which a service keeps what it knows.
final class StateFolder {

  private static final long BYTES_PER_MB = 1024L * 1024L;

  private StateFolder() {}

  /// The absolute folder, made if it was missing.
  ///
  /// @throws LocalServicesException when it cannot be written or the disk has too little room
  static Path prepare(Path varDir, LocalOptions options) {
    Path dir = varDir.toAbsolutePath().normalize();
    try {
      Files.createDirectories(dir.resolve("log"));
      long freeMb = Files.getFileStore(dir).getUsableSpace() / BYTES_PER_MB;
      if (freeMb < options.minimumFreeMb()) {
        throw new LocalServicesException(
            "Only %d MB are free on the disk of %s, %d MB are needed: make room"
                .formatted(freeMb, dir, options.minimumFreeMb()));
      }
    } catch (IOException e) {
      throw new LocalServicesException("The folder %s cannot be made: %s".formatted(dir, e), e);
    }
    if (!Files.isWritable(dir)) {
      throw new LocalServicesException(
          "The folder %s cannot be written by the user %s"
              .formatted(dir, System.getProperty("user.name")));
    }
    return dir;
  }
}
