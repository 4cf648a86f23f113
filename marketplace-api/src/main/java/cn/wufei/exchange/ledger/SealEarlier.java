package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals at start-up what was recorded before there were blocks, so that it needs no further
/// posting to be provable. The committer seals it with whatever work comes first; this is work that
/// does nothing, and leaves nothing behind when all is sealed.
@Singleton
class SealEarlier implements ApplicationEventListener<StartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(SealEarlier.class);

  private final BlockCommitter blocks;

  SealEarlier(BlockCommitter blocks) {
    this.blocks = blocks;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    if (blocks.commit(() -> Outcome.done(true)) instanceof Outcome.Refused<Boolean>) {
      LOG.warn("What was recorded before there were blocks takes long to seal and is not yet");
    }
  }
}
