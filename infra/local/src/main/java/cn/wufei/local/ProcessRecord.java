package cn.wufei.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// A process that was started here, as written to `run/NAME.pid`, so that the next start can end it
/// when this JVM was killed before it could.
record ProcessRecord(ProcessIdentity identity, String command) {

  void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(identity.pid()));
    properties.setProperty("startTicks", Long.toString(identity.startTicks()));
    properties.setProperty("bootId", identity.bootId());
    properties.setProperty("command", command);
    StringWriter text = new StringWriter();
    properties.store(text, null);
    Path written = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(written, text.toString());
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Empty when there is no such file or it is not a whole record (a full disk, a crash while
  /// writing).
  static Optional<ProcessRecord> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      boolean whole =
          Stream.of("pid", "startTicks", "bootId", "command").allMatch(properties::containsKey);
      if (!whole) {
        return Optional.empty();
      }
      ProcessIdentity identity =
          new ProcessIdentity(
              Long.parseLong(properties.getProperty("pid")),
              Long.parseLong(properties.getProperty("startTicks")),
              properties.getProperty("bootId"));
      return Optional.of(new ProcessRecord(identity, properties.getProperty("command")));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
