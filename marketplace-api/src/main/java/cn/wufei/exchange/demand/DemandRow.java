package cn.wufei.exchange.demand;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;

/// A demand as it is stored.
record DemandRow(
    Id id,
    long version,
    DemandStatus status,
    Id organisationId,
    Id siteId,
    DemandTerms terms,
    Instant publishedAt) {

  DemandRow withTerms(DemandTerms changed) {
    return new DemandRow(id, version, status, organisationId, siteId, changed, publishedAt);
  }

  DemandRow withStatus(DemandStatus changed) {
    return new DemandRow(id, version, changed, organisationId, siteId, terms, publishedAt);
  }

  DemandRow next() {
    return new DemandRow(id, version + 1, status, organisationId, siteId, terms, publishedAt);
  }
}
