package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.StreamAssays;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds the last assay of a stream by way of the agreements on it.
@Singleton
class PastAssays implements StreamAssays {

  private final Agreements agreements;
  private final AssayStore assays;

  PastAssays(Agreements agreements, AssayStore assays) {
    this.agreements = agreements;
    this.assays = assays;
  }

  @Override
  public Map<Id, LocalDate> lastSampledOn(Collection<Id> streams) {
    Map<Id, Id> streamsByAgreement = agreements.streamsByAgreement(streams);
    Map<Id, LocalDate> last = new LinkedHashMap<>();
    assays
        .lastSampledOn(streamsByAgreement.keySet())
        .forEach((agreement, day) ->
            last.merge(
                streamsByAgreement.getOrDefault(agreement, agreement),
                day,
                (one, other) -> one.isAfter(other) ? one : other));
    return last;
  }
}
