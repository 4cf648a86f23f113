package cn.wufei.exchange.settlement.payment;

import static cn.wufei.exchange.db.Tables.SETTLEMENT_DEPOSIT;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_DEPOSIT_MOVE;

import cn.wufei.exchange.db.tables.records.SettlementDepositMoveRecord;
import cn.wufei.exchange.db.tables.records.SettlementDepositRecord;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Deposits as rows.
@Singleton
@Connectable
class DepositStore {

  private final DSLContext sql;

  DepositStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable DepositRow find(Id id) {
    return sql.selectFrom(SETTLEMENT_DEPOSIT)
        .where(SETTLEMENT_DEPOSIT.ID.eq(id))
        .fetchOne(DepositStore::deposit);
  }

  /// The deposit, held until the transaction ends.
  @Nullable DepositRow lockDeposit(Id id) {
    return sql.selectFrom(SETTLEMENT_DEPOSIT)
        .where(SETTLEMENT_DEPOSIT.ID.eq(id))
        .forUpdate()
        .fetchOne(DepositStore::deposit);
  }

  /// The deposit of that reference that counts.
  @Nullable DepositRow findByReference(Id lodger, Id holder, String reference) {
    return sql.selectFrom(SETTLEMENT_DEPOSIT)
        .where(SETTLEMENT_DEPOSIT.LODGER_ID.eq(lodger))
        .and(SETTLEMENT_DEPOSIT.HOLDER_ID.eq(holder))
        .and(SETTLEMENT_DEPOSIT.LIVE_BANK_REFERENCE.eq(reference))
        .fetchOne(DepositStore::deposit);
  }

  /// The deposits that the caller's organisation lodged or holds, newest first.
  List<DepositRow> page(Caller caller, @Nullable Id agreement, @Nullable Id before, int limit) {
    Id own = caller.organisationId();
    return sql.selectFrom(SETTLEMENT_DEPOSIT)
        .where(SETTLEMENT_DEPOSIT.LODGER_ID.eq(own).or(SETTLEMENT_DEPOSIT.HOLDER_ID.eq(own)))
        .and(agreement == null ? DSL.noCondition() : SETTLEMENT_DEPOSIT.AGREEMENT_ID.eq(agreement))
        .and(before == null ? DSL.noCondition() : SETTLEMENT_DEPOSIT.ID.lt(before))
        .orderBy(SETTLEMENT_DEPOSIT.ID.desc())
        .limit(limit)
        .fetch(DepositStore::deposit);
  }

  /// Deposits that their holder has not answered.
  int waitingFor(Id holder) {
    return sql.fetchCount(SETTLEMENT_DEPOSIT, waiting(holder));
  }

  /// The same, the oldest first.
  List<DepositRow> pageWaiting(Id holder, @Nullable Id after, int limit) {
    return sql.selectFrom(SETTLEMENT_DEPOSIT)
        .where(waiting(holder))
        .and(after == null ? DSL.noCondition() : SETTLEMENT_DEPOSIT.ID.gt(after))
        .orderBy(SETTLEMENT_DEPOSIT.ID)
        .limit(limit)
        .fetch(DepositStore::deposit);
  }

  private static Condition waiting(Id holder) {
    return SETTLEMENT_DEPOSIT
        .HOLDER_ID
        .eq(holder)
        .and(SETTLEMENT_DEPOSIT.STATUS.eq(DepositStatus.RECORDED.code()));
  }

  /// Releases that who lodged the deposit has not answered.
  int releasesWaitingFor(Id lodger) {
    return sql.fetchCount(
        sql.selectOne()
            .from(SETTLEMENT_DEPOSIT_MOVE)
            .join(SETTLEMENT_DEPOSIT)
            .on(SETTLEMENT_DEPOSIT.ID.eq(SETTLEMENT_DEPOSIT_MOVE.DEPOSIT_ID))
            .where(releaseWaiting(lodger)));
  }

  /// The same with their deposits, the oldest release first.
  SequencedMap<DepositMove, DepositRow> pageReleasesWaiting(
      Id lodger, @Nullable Id after, int limit) {
    SequencedMap<DepositMove, DepositRow> found = new LinkedHashMap<>();
    sql.select(SETTLEMENT_DEPOSIT_MOVE, SETTLEMENT_DEPOSIT)
        .from(SETTLEMENT_DEPOSIT_MOVE)
        .join(SETTLEMENT_DEPOSIT)
        .on(SETTLEMENT_DEPOSIT.ID.eq(SETTLEMENT_DEPOSIT_MOVE.DEPOSIT_ID))
        .where(releaseWaiting(lodger))
        .and(after == null ? DSL.noCondition() : SETTLEMENT_DEPOSIT_MOVE.ID.gt(after))
        .orderBy(SETTLEMENT_DEPOSIT_MOVE.ID)
        .limit(limit)
        .forEach(row -> found.put(move(row.value1()), deposit(row.value2())));
    return found;
  }

  private static Condition releaseWaiting(Id lodger) {
    return SETTLEMENT_DEPOSIT
        .LODGER_ID
        .eq(lodger)
        .and(SETTLEMENT_DEPOSIT_MOVE.STATUS.eq(PaymentStatus.RECORDED.code()));
  }

  /// The sum of the releases of that deposit that who lodged it has not answered.
  long waitingFen(Id deposit) {
    return sql.select(DSL.coalesce(DSL.sum(SETTLEMENT_DEPOSIT_MOVE.AMOUNT_FEN), DSL.zero()))
        .from(SETTLEMENT_DEPOSIT_MOVE)
        .where(SETTLEMENT_DEPOSIT_MOVE.DEPOSIT_ID.eq(deposit))
        .and(SETTLEMENT_DEPOSIT_MOVE.STATUS.eq(PaymentStatus.RECORDED.code()))
        .fetchSingle()
        .value1()
        .longValueExact();
  }

  /// Whether a release of that deposit that counts has that reference.
  boolean hasRelease(Id deposit, String reference) {
    return sql.fetchExists(
        SETTLEMENT_DEPOSIT_MOVE,
        SETTLEMENT_DEPOSIT_MOVE
            .DEPOSIT_ID
            .eq(deposit)
            .and(SETTLEMENT_DEPOSIT_MOVE.LIVE_BANK_REFERENCE.eq(reference)));
  }

  @Nullable DepositMove findMove(Id deposit, Id move) {
    return sql.selectFrom(SETTLEMENT_DEPOSIT_MOVE)
        .where(SETTLEMENT_DEPOSIT_MOVE.ID.eq(move))
        .and(SETTLEMENT_DEPOSIT_MOVE.DEPOSIT_ID.eq(deposit))
        .fetchOne(DepositStore::move);
  }

  Map<Id, List<DepositMove>> moves(Collection<Id> deposits) {
    Map<Id, List<DepositMove>> moves = new LinkedHashMap<>();
    sql.selectFrom(SETTLEMENT_DEPOSIT_MOVE)
        .where(SETTLEMENT_DEPOSIT_MOVE.DEPOSIT_ID.in(deposits))
        .orderBy(SETTLEMENT_DEPOSIT_MOVE.ID)
        .forEach(row ->
            moves.computeIfAbsent(row.getDepositId(), _ -> new ArrayList<>()).add(move(row)));
    return moves;
  }

  void insert(DepositRow deposit) {
    sql.executeInsert(record(deposit));
  }

  /// Writes what became of a deposit that is held.
  void update(DepositRow deposit) {
    sql.executeUpdate(record(deposit));
  }

  void insertMove(Id deposit, DepositMove move) {
    sql.insertInto(SETTLEMENT_DEPOSIT_MOVE)
        .set(SETTLEMENT_DEPOSIT_MOVE.ID, move.id())
        .set(SETTLEMENT_DEPOSIT_MOVE.DEPOSIT_ID, deposit)
        .set(SETTLEMENT_DEPOSIT_MOVE.KIND, move.kind().code())
        .set(SETTLEMENT_DEPOSIT_MOVE.AMOUNT_FEN, move.amountFen())
        .set(SETTLEMENT_DEPOSIT_MOVE.OCCURRED_ON, move.occurredOn())
        .set(SETTLEMENT_DEPOSIT_MOVE.REASON, move.reason())
        .set(SETTLEMENT_DEPOSIT_MOVE.RECORDED_AT, move.recordedAt())
        .set(SETTLEMENT_DEPOSIT_MOVE.STATUS, codeOf(move.status()))
        .set(SETTLEMENT_DEPOSIT_MOVE.BANK_REFERENCE, move.bankReference())
        .set(SETTLEMENT_DEPOSIT_MOVE.LIVE_BANK_REFERENCE, move.bankReference())
        .execute();
  }

  /// Writes how a release was answered.
  void updateMove(DepositMove move) {
    boolean counts = move.status() != null && move.status().counts();
    sql.update(SETTLEMENT_DEPOSIT_MOVE)
        .set(SETTLEMENT_DEPOSIT_MOVE.STATUS, codeOf(move.status()))
        .set(SETTLEMENT_DEPOSIT_MOVE.LIVE_BANK_REFERENCE, counts ? move.bankReference() : null)
        .set(SETTLEMENT_DEPOSIT_MOVE.ANSWERED_AT, move.answeredAt())
        .set(SETTLEMENT_DEPOSIT_MOVE.REJECTION_REASON, move.rejectionReason())
        .where(SETTLEMENT_DEPOSIT_MOVE.ID.eq(move.id()))
        .execute();
  }

  private static @Nullable String codeOf(@Nullable PaymentStatus status) {
    return status == null ? null : status.code();
  }

  private static DepositMove move(SettlementDepositMoveRecord row) {
    String status = row.getStatus();
    return new DepositMove(
        row.getId(),
        DepositMoveKind.ofCode(row.getKind()),
        status == null ? null : PaymentStatus.ofCode(status),
        row.getAmountFen(),
        row.getOccurredOn(),
        row.getBankReference(),
        row.getReason(),
        row.getRecordedAt(),
        row.getAnsweredAt(),
        row.getRejectionReason());
  }

  private static DepositRow deposit(SettlementDepositRecord row) {
    return new DepositRow(
        row.getId(),
        row.getVersion(),
        DepositStatus.ofCode(row.getStatus()),
        row.getAgreementId(),
        row.getAgreementNumber(),
        row.getLodgerId(),
        row.getHolderId(),
        row.getAmountFen(),
        row.getHeldFen(),
        row.getLodgedOn(),
        row.getBankReference(),
        row.getRecordedAt(),
        row.getAnsweredAt(),
        row.getRejectionReason());
  }

  private static SettlementDepositRecord record(DepositRow deposit) {
    var row = new SettlementDepositRecord();
    row.setId(deposit.id());
    row.setVersion(deposit.version());
    row.setStatus(deposit.status().code());
    row.setAgreementId(deposit.agreementId());
    row.setAgreementNumber(deposit.agreementNumber());
    row.setLodgerId(deposit.lodgerId());
    row.setHolderId(deposit.holderId());
    row.setAmountFen(deposit.amountFen());
    row.setHeldFen(deposit.heldFen());
    row.setLodgedOn(deposit.lodgedOn());
    row.setBankReference(deposit.bankReference());
    row.setLiveBankReference(deposit.status().counts() ? deposit.bankReference() : null);
    row.setRecordedAt(deposit.recordedAt());
    row.setAnsweredAt(deposit.answeredAt());
    row.setRejectionReason(deposit.rejectionReason());
    return row;
  }
}
