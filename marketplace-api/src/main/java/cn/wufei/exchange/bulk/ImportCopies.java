package cn.wufei.exchange.bulk;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that are being imported, on the disk of the instance, as the readers of tables need them.
/// Their names say which process reads them, so that those of one that was killed can be told.
@Singleton
class ImportCopies {

  private static final Logger LOG = LoggerFactory.getLogger(ImportCopies.class);
  private static final String PREFIX = "wufei-import-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-.*");

  private final Path folder;

  @Inject
  ImportCopies() {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  ImportCopies(Path folder) {
    this.folder = folder;
  }

  /// Delete it when it was read.
  Path of(InputStream content) throws IOException {
    Path copy = Files.createTempFile(folder, PREFIX + ProcessHandle.current().pid() + "-", null);
    Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
    return copy;
  }

  @EventListener
  void start(StartupEvent event) {
    removeLeft();
  }

  /// A process has none when it starts; one with its number had the same number in another life, as
  /// in a container.
  void removeLeft() {
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path copy : copies) {
        Matcher name = NAME.matcher(copy.getFileName().toString());
        if (!name.matches() || isOver(Long.parseLong(name.group(1)))) {
          Files.deleteIfExists(copy);
        }
      }
    } catch (IOException e) {
      LOG.warn("Files of imports that a killed process has left are not removed", e);
    }
  }

  private static boolean isOver(long process) {
    return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
  }
}
