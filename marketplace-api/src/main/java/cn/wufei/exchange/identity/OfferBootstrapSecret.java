package cn.wufei.exchange.identity;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// While there is no operator, leaves a one-time secret for making the first one: in a file of the
/// state folder, or, without a state folder, in one line of the log. A secret whose file was lost
/// is replaced; one whose log line was lost is replaced after its row has been deleted. Once there
/// is an operator, a file that another instance left here is removed.
@Singleton
class OfferBootstrapSecret implements ApplicationEventListener<StartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(OfferBootstrapSecret.class);

  private final BootstrapStore bootstrap;
  private final FirstSecretFile file;
  private final Clock clock;

  OfferBootstrapSecret(BootstrapStore bootstrap, FirstSecretFile file, Clock clock) {
    this.bootstrap = bootstrap;
    this.file = file;
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
    if (bootstrap.lockUnused() == null) {
      file.delete();
    } else if (file.isLost()) {
      bootstrap.replace(hash, now);
      hand(secret);
    }
  }

  private void hand(String secret) {
    @Nullable Path path = file.path();
    if (path == null) {
      LOG.warn("There is no operator yet. The one-time secret for POST /bootstrap is {}", secret);
      return;
    }
    FirstSecretFile.write(path, secret);
    LOG.warn("There is no operator yet. The one-time secret for POST /bootstrap is in {}", path);
  }
}
