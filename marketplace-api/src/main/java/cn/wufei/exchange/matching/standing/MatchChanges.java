package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.searchfeed.Unmatched;
import cn.wufei.indexer.index.SearchDownException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Matches lots and demands that changed, for as long as the process runs. Several instances may
/// run. While the search or the database is away, changes wait.
@Singleton
@Requires(
    property = "wufei.matching.standing.enabled",
    notEquals = StringUtils.FALSE,
    defaultValue = StringUtils.TRUE)
class MatchChanges {

  private static final Logger LOG = LoggerFactory.getLogger(MatchChanges.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final Unmatched unmatched;
  private final MatchChange match;
  private final StandingSettings settings;
  private volatile boolean stopped;
  private @Nullable Thread worker;
  private int failures;

  MatchChanges(Unmatched unmatched, MatchChange match, StandingSettings settings) {
    this.unmatched = unmatched;
    this.match = match;
    this.settings = settings;
  }

  @EventListener
  void start(StartupEvent event) {
    worker = Thread.ofPlatform().name("match-changes").daemon().start(this::run);
  }

  @EventListener
  void stop(ShutdownEvent event) throws InterruptedException {
    stopped = true;
    Thread running = worker;
    if (running != null) {
      running.interrupt();
      running.join(STOP_LIMIT);
    }
  }

  private void run() {
    while (!stopped) {
      Duration pause = batch();
      if (!pause.isZero()) {
        try {
          Thread.sleep(pause);
        } catch (InterruptedException _) {
          return;
        }
      }
    }
  }

  /// Answers how long to wait before the next.
  private Duration batch() {
    try {
      List<Unmatched.Round> rounds = unmatched.claim(settings.batch(), settings.lease());
      if (!areMatched(rounds)) {
        return afterFailure("the search is away", null);
      }
      afterSuccess();
      return rounds.size() < settings.batch() ? settings.pollInterval() : Duration.ZERO;
    } catch (RuntimeException e) {
      return afterFailure(String.valueOf(e.getMessage()), e);
    }
  }

  /// False when nothing can be matched at present; what was not reached is then given back.
  private boolean areMatched(List<Unmatched.Round> rounds) {
    List<Unmatched.Round> left = new ArrayList<>(rounds);
    try {
      Set<Unmatched.Round> ready = match.ready(rounds);
      left.removeIf(round -> !ready.contains(round));
      unmatched.giveBack(
          rounds.stream().filter(round -> !ready.contains(round)).toList(), settings.indexPause());
      MatchChange.Read read = match.read(left);
      while (!left.isEmpty() && !stopped && isMatched(left.getFirst(), read)) {
        left.removeFirst();
      }
    } catch (SearchDownException e) {
      LOG.debug("The search is away", e);
    }
    unmatched.giveBack(left, settings.retryFirst());
    return left.isEmpty() || stopped;
  }

  /// False when the search is away. A change that fails for a reason of its own is logged, comes
  /// again when its lease is over, and does not hold up the others.
  private boolean isMatched(Unmatched.Round round, MatchChange.Read read) {
    try {
      return match.handle(round, read);
    } catch (SearchDownException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("{} {} could not be matched", round.kind().code(), round.documentId(), e);
      return true;
    }
  }

  private Duration afterFailure(String reason, @Nullable RuntimeException cause) {
    failures++;
    if (failures == 1) {
      LOG.warn("Changes wait to be matched: {}", reason, cause);
    }
    long pauseMs = settings.retryFirst().toMillis() << Math.min(failures - 1, 10);
    return Duration.ofMillis(Math.min(pauseMs, settings.retryLast().toMillis()));
  }

  private void afterSuccess() {
    if (failures > 0) {
      LOG.info("Changes are matched again, after {} failed attempts", failures);
      failures = 0;
    }
  }
}
