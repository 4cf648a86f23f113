package cn.wufei.exchange.notify;

import cn.wufei.exchange.identity.ActingRights;
import cn.wufei.exchange.identity.HeldTokens;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.http.sse.Event;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// The streams that are open on this instance. One thread asks the database for all of them, so it
/// does not matter which instance a notice was sent on, and a reader who reads slowly holds up
/// nothing: what it has not taken stays in the database.
@Singleton
class NoticeStreams {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeStreams.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
  private static final int RETRY_AFTER_SECONDS = 30;

  private final NoticeViews views;
  private final HeldTokens tokens;
  private final ActingRights rights;
  private final NotifySettings settings;
  private final Set<NoticeListener> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;
  private @Nullable Thread worker;
  private boolean failing;

  NoticeStreams(
      NoticeViews views, HeldTokens tokens, ActingRights rights, NotifySettings settings) {
    this.views = views;
    this.tokens = tokens;
    this.rights = rights;
    this.settings = settings;
  }

  /// The notices after that number, or from now on, for as long as the token counts.
  Outcome<Publisher<Event<Object>>> open(
      Caller caller, HeldTokens.HeldToken token, @Nullable Long after) {
    long own =
        listeners.stream()
            .filter(listener -> listener.memberId().equals(caller.memberId()))
            .count();
    if (own >= settings.streamsPerMember() || listeners.size() >= settings.streamsMax()) {
      return Outcome.<Publisher<Event<Object>>>refused(NotifyRefusal.TOO_MANY_STREAMS)
          .with("retryAfterSeconds", RETRY_AFTER_SECONDS);
    }
    long start = after == null ? headOf(caller.organisationId()) : after;
    return Outcome.done(
        Flux.create(
            sink -> register(new NoticeListener(caller, token, start, sink)),
            FluxSink.OverflowStrategy.BUFFER));
  }

  @EventListener
  void start(StartupEvent event) {
    worker = Thread.ofPlatform().name("notice-streams").daemon().start(this::run);
  }

  @EventListener
  void stop(ShutdownEvent event) throws InterruptedException {
    stopped = true;
    Thread running = worker;
    if (running != null) {
      running.interrupt();
      running.join(STOP_LIMIT);
    }
    listeners.forEach(NoticeListener::end);
  }

  private void register(NoticeListener listener) {
    listeners.add(listener);
    listener.onEnd(() -> listeners.remove(listener));
    listener.beat();
  }

  private long headOf(Id organisation) {
    return views.heads(Set.of(organisation)).getOrDefault(organisation, 0L);
  }

  private void run() {
    while (!stopped) {
      try {
        round();
        failing = false;
      } catch (RuntimeException e) {
        warn(e);
      }
      try {
        Thread.sleep(settings.poll());
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void round() {
    if (listeners.isEmpty()) {
      return;
    }
    listeners.forEach(this::endIfOver);
    Map<Id, List<NoticeListener>> ready =
        listeners.stream()
            .filter(NoticeListener::isReady)
            .collect(
                Collectors.groupingBy(
                    NoticeListener::organisationId, HashMap::new, Collectors.toList()));
    if (!ready.isEmpty()) {
      views
          .heads(ready.keySet())
          .forEach((organisation, head) -> tell(organisation, head, ready.get(organisation)));
    }
    listeners.forEach(listener -> listener.beatIfSilentFor(settings.heartbeat()));
  }

  /// Listeners of one organisation are mostly equally far, and share what is read.
  private void tell(Id organisation, long head, @Nullable List<NoticeListener> ready) {
    if (ready == null) {
      return;
    }
    Map<Long, List<Notice>> read = new HashMap<>();
    for (NoticeListener listener : ready) {
      if (listener.last() < head) {
        listener.tell(
            read.computeIfAbsent(
                listener.last(), last -> views.after(organisation, last, settings.batch())));
      }
    }
  }

  private void endIfOver(NoticeListener listener) {
    if (!tokens.count(listener.token())
        || !rights.stillActs(listener.caller())
        || listener.isStuckFor(settings.patience())) {
      listener.end();
    }
  }

  private void warn(RuntimeException failure) {
    if (!failing) {
      LOG.warn("Notices cannot be followed for the moment", failure);
    }
    failing = true;
  }
}
