package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// Whether a session still counts, asked of the database at most once per cache lifetime.
@Singleton
class LiveSessions {

  private final Cache<Id, Boolean> known;
  private final SessionStore sessions;
  private final Clock clock;

  LiveSessions(SessionStore sessions, SessionSettings settings, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(settings.livenessCacheMax())
            .expireAfterWrite(settings.livenessCacheLifetime())
            .build();
  }

  boolean isLive(Id sessionId) {
    return known.get(sessionId, id -> sessions.isLive(id, Instant.now(clock)));
  }

  /// Asks again at the next request on this instance; others follow when their caches expire.
  void forget(Id sessionId) {
    known.invalidate(sessionId);
  }

  void forgetAll() {
    known.invalidateAll();
  }
}
