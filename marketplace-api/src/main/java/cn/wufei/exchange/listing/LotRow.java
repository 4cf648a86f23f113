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
        changed,
        saleMethod,
        quantityKind,
        quantityKg,
        visibility,
        publishedAt);
  }

  LotRow withVisibility(LotVisibility changed) {
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
        changed,
        publishedAt);
  }

  LotRow withStatus(LotStatus changed) {
    return new LotRow(
        id,
        version,
        changed,
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

  LotRow next() {
    return new LotRow(
        id,
        version + 1,
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
