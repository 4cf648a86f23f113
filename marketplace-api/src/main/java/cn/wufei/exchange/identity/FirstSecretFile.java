package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.PrivateFile;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the one-time secret for the first operator waits until it is used: a file of the state
/// folder. Without a state folder there is none.
@Singleton
class FirstSecretFile {

  static final String NAME = "first-operator-secret";
  private static final Logger LOG = LoggerFactory.getLogger(FirstSecretFile.class);

  private final @Nullable Path path;

  FirstSecretFile(@Value("${wufei.var:}") String stateFolder) {
    this.path = stateFolder.isBlank() ? null : Path.of(stateFolder, NAME);
  }

  /// Null when there is no state folder.
  @Nullable Path path() {
    return path;
  }

  boolean isLost() {
    return path != null && !Files.exists(path);
  }

  static void write(Path path, String secret) {
    try {
      PrivateFile.write(path, (secret + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  /// A secret that was used is good for nothing; one that cannot be removed does no harm.
  void delete() {
    if (path == null) {
      return;
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("{} has been used and cannot be removed: {}", path, e.toString());
    }
  }
}
