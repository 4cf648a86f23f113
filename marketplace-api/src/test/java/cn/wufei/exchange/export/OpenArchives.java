package cn.wufei.exchange.export;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Archives that take room on the disk. Their files have no name any more, so they are looked for
/// among what this process holds open, which only Linux tells.
final class OpenArchives {

  private static final Path OPEN = Path.of("/proc/self/fd");

  private OpenArchives() {}

  static long count() {
    assumeThat(OPEN).isDirectory();
    try (Stream<Path> open = Files.list(OPEN)) {
      return open.filter(OpenArchives::isArchive).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was closed meanwhile is none.
  private static boolean isArchive(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().contains("wufei-export-");
    } catch (IOException _) {
      return false;
    }
  }
}
