package cn.wufei.exchange.listing;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A lot as it is stored.
record LotRow(
    Id id,
    long version,
    LotStatus status,
    Id organisationId,
    Id siteId,
    Id streamId,
    String materialKey,
    String classCode,
    @Nullable String code,
    @Nullable String codeScheme,
    LotTerms terms,
    SaleMethod saleMethod,
    QuantityKind quantityKind,
    long quantityKg,
    LotVisibility visibility,
    Instant publishedAt) {

  LotRow withTerms(LotTerms changed) {
    return with(version, status, changed, visibility);
  }

  LotRow withVisibility(LotVisibility changed) {
    return with(version, status, terms, changed);
  }

  LotRow withStatus(LotStatus changed) {
    return with(version, changed, terms, visibility);
  }

  LotRow next() {
    return with(version + 1, status, terms, visibility);
  }

  private LotRow with(long version, LotStatus status, LotTerms terms, LotVisibility visibility) {
    return new LotRow(
        id,
        version,
        status,
        organisationId,
        siteId,
        streamId,
        materialKey,
        classCode,
        code,
        codeScheme,
        terms,
        saleMethod,
        quantityKind,
        quantityKg,
        visibility,
        publishedAt);
  }
}
