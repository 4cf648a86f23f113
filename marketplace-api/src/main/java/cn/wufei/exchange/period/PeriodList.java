package cn.wufei.exchange.period;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// The months that are over, newest first: those of the last two years, and older ones that were
/// ever closed.
@Serdeable
record PeriodList(List<Period> items) {

  PeriodList {
    items = List.copyOf(items);
  }
}
