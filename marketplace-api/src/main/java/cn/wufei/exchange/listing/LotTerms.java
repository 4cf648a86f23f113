package cn.wufei.exchange.listing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an owner may change about a lot, its quantity not among them: that is a promise in the
/// ledger.
record LotTerms(
    String title,
    @Nullable String description,
    BigDecimal priceYuanPerT,
    boolean taxIncluded,
    @Nullable Delivery delivery,
    LocalDate availableFrom,
    LocalDate availableTo,
    List<QualityRange> qualities) {

  LotTerms {
    title = title.strip();
    description = description == null || description.isBlank() ? null : description.strip();
    priceYuanPerT = priceYuanPerT.setScale(2, RoundingMode.UNNECESSARY);
    qualities = List.copyOf(qualities);
  }
}
