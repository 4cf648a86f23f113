package cn.wufei.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks programs up the way a shell does, and in the system's folders, which a bare `PATH` may
/// lack.
final class Programs {

  private static final String SYSTEM_FOLDERS = "/usr/bin:/bin:/usr/sbin:/sbin";

  private Programs() {}

  static Optional<Path> find(String program) {
    @Nullable String path = System.getenv("PATH");
    return Stream.of(
            ((path == null ? "" : path + ":") + SYSTEM_FOLDERS).split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
