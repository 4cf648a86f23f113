package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What other features ask about the keys of a firm's programs.
@Singleton
public class Keys {

  /// How many days before its last day a key is said to run out: enough to make another and to have
  /// it entered in the ERP system.
  static final int WARNING_DAYS = 14;

  private final KeyViews views;
  private final Clock clock;

  Keys(KeyViews views, Clock clock) {
    this.views = views;
    this.clock = clock;
  }

  /// How many keys of the caller's firm run out soon.
  public int countEnding(Caller caller) {
    return views.countEnding(caller.organisationId(), lastWarned());
  }

  /// The same, the oldest first.
  public List<EndingKey> pageEnding(Caller caller, @Nullable Id after, int limit) {
    return views.pageEnding(caller.organisationId(), lastWarned(), after, limit);
  }

  private LocalDate lastWarned() {
    return LocalCalendar.dayOf(Instant.now(clock)).plusDays(WARNING_DAYS);
  }
}
