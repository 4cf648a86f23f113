package cn.wufei.exchange.period;

import cn.wufei.exchange.identity.OrganisationRef;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// The months that are over, newest first: those of the last two years, and older ones that were
/// ever closed.
///
/// @param organisation whose books they are
@Serdeable
record PeriodList(OrganisationRef organisation, List<Period> items) {

  PeriodList {
    items = List.copyOf(items);
  }
}
