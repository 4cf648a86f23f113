package cn.wufei.exchange.notify;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// Deletes notices that are too old to be news. Deleting twice does no harm, so every instance may
/// do it.
@Singleton
class ForgetOldNotices {

  private static final int NOTICES_MAX = 1_000;

  private final NoticeStore store;
  private final NotifySettings settings;
  private final Clock clock;

  ForgetOldNotices(NoticeStore store, NotifySettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "5m", initialDelay = "1m")
  @Transactional
  void run() {
    store.deleteSentBefore(Instant.now(clock).minus(settings.keep()), NOTICES_MAX);
  }
}
