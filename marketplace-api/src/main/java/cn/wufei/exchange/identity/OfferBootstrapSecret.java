package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.PrivateFile;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// While there is no operator, leaves a one-time secret for making the first one: in a file of the
/// state folder, or, without a state folder, in one line of the log. A secret whose file was lost
/// is replaced; one whose log line was lost is replaced after its row has been deleted.
@Singleton
class OfferBootstrapSecret implements ApplicationEventListener<StartupEvent> {

  static final String FILE = "first-operator-secret";
  private static final Logger LOG = LoggerFactory.getLogger(OfferBootstrapSecret.class);

  private final BootstrapStore bootstrap;
  private final String stateFolder;
  private final Clock clock;

  OfferBootstrapSecret(
      BootstrapStore bootstrap, @Value("${wufei.var:}") String stateFolder, Clock clock) {
    this.bootstrap = bootstrap;
    this.stateFolder = stateFolder;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void onApplicationEvent(StartupEvent event) {
    String secret = Secrets.next();
    byte[] hash = Secrets.hashOf(secret);
    Instant now = Instant.now(clock);
    if (bootstrap.insertIfNone(hash, now)) {
      hand(secret);
      return;
    }
    boolean isLost = !stateFolder.isBlank() && !Files.exists(file());
    if (isLost && bootstrap.lockUnused() != null) {
      bootstrap.replace(hash, now);
      hand(secret);
    }
  }

  private void hand(String secret) {
    if (stateFolder.isBlank()) {
      LOG.warn("There is no operator yet. The one-time secret for POST /bootstrap is {}", secret);
      return;
    }
    try {
      PrivateFile.write(file(), (secret + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file(), e);
    }
    LOG.warn("There is no operator yet. The one-time secret for POST /bootstrap is in {}", file());
  }

  private Path file() {
    return Path.of(stateFolder, FILE);
  }
}
