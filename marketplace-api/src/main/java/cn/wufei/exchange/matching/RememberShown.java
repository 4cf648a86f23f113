package cn.wufei.exchange.matching;

import cn.wufei.exchange.kernel.Id;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers what is shown without keeping those waiting to whom it is shown: one writer takes one
/// list after the other. Whoever shows more than it can keep up with writes himself, so nothing
/// piles up; what is at hand when the exchange stops is written first. Only a crash in between
/// loses a list, which nobody was promised: its pairs are remembered when they are shown again.
@Singleton
public class RememberShown {

  private static final Logger LOG = LoggerFactory.getLogger(RememberShown.class);
  private static final int WAITING_MAX = 200;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final Matches matches;
  private final Clock clock;
  private final ThreadPoolExecutor writer;

  RememberShown(Matches matches, Clock clock) {
    this.matches = matches;
    this.clock = clock;
    this.writer =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofVirtual().name("shown-matches").factory(),
            (list, _) -> list.run());
  }

  /// Matches that an organisation is about to see.
  public void add(Id organisation, List<Match> shown) {
    if (!shown.isEmpty()) {
      Instant now = Instant.now(clock);
      writer.execute(() -> write(organisation, shown, now));
    }
  }

  private void write(Id organisation, List<Match> shown, Instant shownAt) {
    try {
      matches.recordShown(organisation, shown, shownAt);
    } catch (RuntimeException e) {
      LOG.error("{} shown matches are not remembered", shown.size(), e);
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    writer.shutdown();
    if (!writer.awaitTermination(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      LOG.error("{} lists of shown matches are not remembered", writer.getQueue().size());
    }
  }
}
