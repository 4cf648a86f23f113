package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.db.Tables.APPROVAL_REQUEST;
import static cn.wufei.exchange.db.Tables.DEAL_AGREEMENT;
import static cn.wufei.exchange.db.Tables.DEAL_CALL_OFF;
import static cn.wufei.exchange.db.Tables.DEAL_OFFER;
import static cn.wufei.exchange.db.Tables.SAMPLE_REQUEST;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_ASSAY;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_DEPOSIT;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_INVOICE;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_PAYMENT;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_STATEMENT;
import static cn.wufei.exchange.db.Tables.TENDER_BID;
import static cn.wufei.exchange.db.Tables.TENDER_DEPOSIT;
import static cn.wufei.exchange.db.Tables.TENDER_TENDER;
import static cn.wufei.exchange.db.Tables.TRANSFER_LOAD;

import cn.wufei.exchange.delegation.Counterparties;
import cn.wufei.exchange.kernel.DelegatedActs;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/// Who stands in the matter of an act, for all kinds of things that the audit log names. It lies
/// here because it reads the tables of all features.
@Singleton
@Connectable
class PartiesViews implements Counterparties {

  private final DSLContext sql;

  PartiesViews(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public @Nullable Set<Id> of(DelegatedActs.Act act) {
    Id id = act.subjectId();
    return switch (act.subjectType()) {
      case "lot",
          "lot-draft",
          "demand",
          "stream",
          "stream-entry",
          "stock-take",
          "processing",
          "quality-report",
          "use-report",
          "dismissal" ->
          Set.of();
      case "offer" -> pair(DEAL_OFFER.ID, id, DEAL_OFFER.SELLER_ID, DEAL_OFFER.BUYER_ID);
      case "agreement" ->
          pair(DEAL_AGREEMENT.ID, id, DEAL_AGREEMENT.SELLER_ID, DEAL_AGREEMENT.BUYER_ID);
      case "call-off" ->
          pair(DEAL_CALL_OFF.ID, id, DEAL_CALL_OFF.SELLER_ID, DEAL_CALL_OFF.BUYER_ID);
      case "sample" ->
          pair(SAMPLE_REQUEST.ID, id, SAMPLE_REQUEST.SELLER_ID, SAMPLE_REQUEST.BUYER_ID);
      case "load" -> pair(TRANSFER_LOAD.ID, id, TRANSFER_LOAD.SELLER_ID, TRANSFER_LOAD.BUYER_ID);
      case "assay" ->
          pair(SETTLEMENT_ASSAY.ID, id, SETTLEMENT_ASSAY.SELLER_ID, SETTLEMENT_ASSAY.BUYER_ID);
      case "statement" ->
          pair(
              SETTLEMENT_STATEMENT.ID,
              id,
              SETTLEMENT_STATEMENT.SELLER_ID,
              SETTLEMENT_STATEMENT.BUYER_ID);
      case "payment" ->
          pair(SETTLEMENT_PAYMENT.ID, id, SETTLEMENT_PAYMENT.PAYER_ID, SETTLEMENT_PAYMENT.PAYEE_ID);
      case "deposit" ->
          pair(
              SETTLEMENT_DEPOSIT.ID,
              id,
              SETTLEMENT_DEPOSIT.LODGER_ID,
              SETTLEMENT_DEPOSIT.HOLDER_ID);
      case "invoice" ->
          pair(
              SETTLEMENT_INVOICE.ID,
              id,
              SETTLEMENT_INVOICE.ISSUER_ID,
              SETTLEMENT_INVOICE.RECEIVER_ID);
      case "approval" ->
          pair(
              APPROVAL_REQUEST.ID,
              id,
              APPROVAL_REQUEST.ORGANISATION_ID,
              APPROVAL_REQUEST.PARTNER_ID);
      case "tender-deposit" ->
          pair(TENDER_DEPOSIT.ID, id, TENDER_DEPOSIT.PAYER_ID, TENDER_DEPOSIT.HOLDER_ID);
      case "tender-bid" -> ofBid(id);
      case "tender" -> ofTender(act);
      default -> null;
    };
  }

  /// Empty where there is no such row, as of a bid that was taken back whole.
  private <R extends Record> Set<Id> pair(
      TableField<R, Id> key, Id id, TableField<R, Id> one, TableField<R, Id> other) {
    Set<Id> parties = new HashSet<>();
    sql.select(one, other)
        .from(Objects.requireNonNull(key.getTable()))
        .where(key.eq(id))
        .forEach(row -> {
          add(parties, row.value1());
          add(parties, row.value2());
        });
    return parties;
  }

  private Set<Id> ofBid(Id bid) {
    Set<Id> parties = new HashSet<>();
    sql.select(TENDER_BID.BIDDER_ID, TENDER_TENDER.SELLER_ID)
        .from(TENDER_BID)
        .join(TENDER_TENDER)
        .on(TENDER_TENDER.ID.eq(TENDER_BID.TENDER_ID))
        .where(TENDER_BID.ID.eq(bid))
        .forEach(row -> {
          add(parties, row.value1());
          add(parties, row.value2());
        });
    return parties;
  }

  /// While bids are sealed nobody may learn who bids, not even by a refusal. Once they are open,
  /// who awards or ends stands opposite all who have bid.
  private Set<Id> ofTender(DelegatedActs.Act act) {
    boolean decides = Set.of("tender-awarded", "tender-ended").contains(act.action());
    return decides
        ? sql.select(TENDER_BID.BIDDER_ID)
            .from(TENDER_BID)
            .where(TENDER_BID.TENDER_ID.eq(act.subjectId()))
            .fetchSet(TENDER_BID.BIDDER_ID)
        : Set.of();
  }

  private static void add(Set<Id> parties, @Nullable Id party) {
    if (party != null) {
      parties.add(party);
    }
  }
}
