package cn.wufei.exchange.deal;

import static cn.wufei.exchange.db.Tables.DEAL_AGREEMENT;
import static cn.wufei.exchange.db.Tables.DEAL_AGREEMENT_PRICE;

import cn.wufei.exchange.db.tables.records.DealAgreementPriceRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.price.AdjustmentStore;
import cn.wufei.exchange.price.QualityAdjustment;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The prices that amendments gave to agreements, as rows. None is ever changed.
@Singleton
@Connectable
class AgreedPriceStore {

  /// How price bands name the version that set the price.
  private static final String SUBJECT = "agreement-price";

  private final DSLContext sql;
  private final AdjustmentStore adjustments;

  AgreedPriceStore(DSLContext sql, AdjustmentStore adjustments) {
    this.sql = sql;
    this.adjustments = adjustments;
  }

  /// A price that was set, with the version that did.
  record Row(Id versionId, Id agreementId, int number, AgreedPrice price, Instant madeAt) {}

  /// By agreement, the latest version first; one whose price was never amended is absent.
  Map<Id, List<AgreedPrice>> of(Collection<Id> agreements) {
    if (agreements.isEmpty()) {
      return Map.of();
    }
    return rows(
            sql.selectFrom(DEAL_AGREEMENT_PRICE)
                .where(DEAL_AGREEMENT_PRICE.AGREEMENT_ID.in(agreements))
                .orderBy(DEAL_AGREEMENT_PRICE.AGREEMENT_ID, DEAL_AGREEMENT_PRICE.NUMBER.desc())
                .fetch())
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::agreementId, Collectors.mapping(Row::price, Collectors.toList())));
  }

  /// Those of an organisation's agreements, the newest first.
  List<Row> page(Id organisation, @Nullable Id before, int limit) {
    return rows(
        sql.select(DEAL_AGREEMENT_PRICE.fields())
            .from(DEAL_AGREEMENT_PRICE)
            .join(DEAL_AGREEMENT)
            .on(DEAL_AGREEMENT.ID.eq(DEAL_AGREEMENT_PRICE.AGREEMENT_ID))
            .where(
                DEAL_AGREEMENT
                    .SELLER_ID
                    .eq(organisation)
                    .or(DEAL_AGREEMENT.BUYER_ID.eq(organisation)))
            .and(before == null ? DSL.noCondition() : DEAL_AGREEMENT_PRICE.DOCUMENT_ID.lt(before))
            .orderBy(DEAL_AGREEMENT_PRICE.DOCUMENT_ID.desc())
            .limit(limit)
            .fetchInto(DEAL_AGREEMENT_PRICE));
  }

  void insert(Row row) {
    AgreedPrice price = row.price();
    sql.insertInto(DEAL_AGREEMENT_PRICE)
        .set(DEAL_AGREEMENT_PRICE.DOCUMENT_ID, row.versionId())
        .set(DEAL_AGREEMENT_PRICE.AGREEMENT_ID, row.agreementId())
        .set(DEAL_AGREEMENT_PRICE.NUMBER, row.number())
        .set(DEAL_AGREEMENT_PRICE.HOLDS_FROM, price.from())
        .set(DEAL_AGREEMENT_PRICE.PRICE_YUAN_PER_T, price.priceYuanPerT())
        .set(DEAL_AGREEMENT_PRICE.ADJUSTED, !price.adjustments().isEmpty())
        .set(DEAL_AGREEMENT_PRICE.MADE_AT, row.madeAt())
        .execute();
    adjustments.insert(SUBJECT, row.versionId(), price.adjustments());
  }

  private List<Row> rows(List<DealAgreementPriceRecord> found) {
    Map<Id, List<QualityAdjustment>> adjusted =
        adjustments.of(
            SUBJECT,
            found.stream()
                .filter(DealAgreementPriceRecord::getAdjusted)
                .map(DealAgreementPriceRecord::getDocumentId)
                .toList());
    return found.stream()
        .map(row ->
            new Row(
                row.getDocumentId(),
                row.getAgreementId(),
                row.getNumber(),
                new AgreedPrice(
                    row.getHoldsFrom(),
                    row.getPriceYuanPerT(),
                    adjusted.getOrDefault(row.getDocumentId(), List.of())),
                row.getMadeAt()))
        .toList();
  }
}
