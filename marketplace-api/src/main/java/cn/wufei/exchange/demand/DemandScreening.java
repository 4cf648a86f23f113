package cn.wufei.exchange.demand;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a demand may be posted in these words.
@Singleton
class DemandScreening implements DemandRules.Vocabulary {

  private final Catalog catalog;
  private final Clock clock;

  DemandScreening(Catalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  Outcome<DemandTerms> check(DemandTerms terms) {
    return DemandRules.check(terms, this, LocalCalendar.dayOf(Instant.now(clock)));
  }

  @Override
  public boolean hasMaterial(String key) {
    return catalog.material(key) != null;
  }

  @Override
  public boolean hasUse(String key) {
    return catalog.hasUse(key);
  }

  @Override
  public @Nullable Parameter parameter(String key) {
    return catalog.parameter(key);
  }
}
