package cn.wufei.exchange.deal.calloff;

import static cn.wufei.exchange.db.Tables.DEAL_CALL_OFF;

import cn.wufei.exchange.db.tables.records.DealCallOffRecord;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Call-offs as rows. Whoever writes holds the agreement.
@Singleton
@Connectable
class CallOffStore {

  private static final List<String> OPEN =
      List.of(CallOffStatus.CALLED.code(), CallOffStatus.REQUESTED.code());

  private final DSLContext sql;

  CallOffStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable CallOffRow find(Id id) {
    return sql.selectFrom(DEAL_CALL_OFF).where(DEAL_CALL_OFF.ID.eq(id)).fetchOne(CallOffStore::row);
  }

  /// All of an agreement, newest first.
  List<CallOffRow> of(Id agreement) {
    return sql.selectFrom(DEAL_CALL_OFF)
        .where(DEAL_CALL_OFF.AGREEMENT_ID.eq(agreement))
        .orderBy(DEAL_CALL_OFF.ID.desc())
        .fetch(CallOffStore::row);
  }

  /// The one that takes a month, as it is stored.
  @Nullable CallOffRow live(Id agreement, YearMonth month) {
    return sql.selectFrom(DEAL_CALL_OFF)
        .where(DEAL_CALL_OFF.AGREEMENT_ID.eq(agreement))
        .and(DEAL_CALL_OFF.LIVE_MONTH.eq(month.atDay(1)))
        .fetchOne(CallOffStore::row);
  }

  /// The months of each agreement that are taken, by agreement; what lapsed and nobody wrote down
  /// yet takes none.
  Map<Id, Set<YearMonth>> liveMonths(Collection<Id> agreements, LocalDate today) {
    return sql
        .select(DEAL_CALL_OFF.AGREEMENT_ID, DEAL_CALL_OFF.LIVE_MONTH)
        .from(DEAL_CALL_OFF)
        .where(DEAL_CALL_OFF.AGREEMENT_ID.in(agreements))
        .and(DEAL_CALL_OFF.LIVE_MONTH.isNotNull())
        .and(
            DEAL_CALL_OFF
                .STATUS
                .ne(CallOffStatus.REQUESTED.code())
                .or(DEAL_CALL_OFF.DUE_ON.ge(today)))
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row.value1(),
                Collectors.mapping(row -> YearMonth.from(row.value2()), Collectors.toSet())));
  }

  /// A piece of those that the caller may see, newest first.
  List<CallOffRow> page(Caller caller, @Nullable Id before, int limit) {
    Id own = caller.organisationId();
    return sql.selectFrom(DEAL_CALL_OFF)
        .where(
            caller.role().seesAll()
                ? DSL.noCondition()
                : DEAL_CALL_OFF.SELLER_ID.eq(own).or(DEAL_CALL_OFF.BUYER_ID.eq(own)))
        .and(before == null ? DSL.noCondition() : DEAL_CALL_OFF.ID.lt(before))
        .orderBy(DEAL_CALL_OFF.ID.desc())
        .limit(limit)
        .fetch(CallOffStore::row);
  }

  int countToAnswer(Id seller, LocalDate today) {
    return sql.fetchCount(DEAL_CALL_OFF, toAnswer(seller, today));
  }

  /// Those that wait for a seller, the oldest first.
  List<CallOffRow> pageToAnswer(Id seller, LocalDate today, @Nullable Id after, int limit) {
    return sql.selectFrom(DEAL_CALL_OFF)
        .where(toAnswer(seller, today))
        .and(after == null ? DSL.noCondition() : DEAL_CALL_OFF.ID.gt(after))
        .orderBy(DEAL_CALL_OFF.ID)
        .limit(limit)
        .fetch(CallOffStore::row);
  }

  private static Condition toAnswer(Id seller, LocalDate today) {
    return DEAL_CALL_OFF
        .SELLER_ID
        .eq(seller)
        .and(DEAL_CALL_OFF.STATUS.in(OPEN))
        .and(DEAL_CALL_OFF.DUE_ON.ge(today));
  }

  /// Those whose last day lies before, those first that are over the longest.
  List<CallOffRow> overBefore(LocalDate day, int limit) {
    return sql.selectFrom(DEAL_CALL_OFF)
        .where(DEAL_CALL_OFF.STATUS.in(OPEN))
        .and(DEAL_CALL_OFF.DUE_ON.lt(day))
        .orderBy(DEAL_CALL_OFF.DUE_ON, DEAL_CALL_OFF.ID)
        .limit(limit)
        .fetch(CallOffStore::row);
  }

  void insert(CallOffRow row) {
    CallOffRow.Called called = row.called();
    LocalDate month = called.month().atDay(1);
    sql.insertInto(DEAL_CALL_OFF)
        .set(DEAL_CALL_OFF.ID, row.id())
        .set(DEAL_CALL_OFF.VERSION, row.version())
        .set(DEAL_CALL_OFF.PROCESS_VERSION, (short) row.process())
        .set(DEAL_CALL_OFF.STATUS, row.status().code())
        .set(DEAL_CALL_OFF.AGREEMENT_ID, called.agreementId())
        .set(DEAL_CALL_OFF.DELIVERY_MONTH, month)
        .set(DEAL_CALL_OFF.LIVE_MONTH, month)
        .set(DEAL_CALL_OFF.QUANTITY_KG, called.quantityKg())
        .set(DEAL_CALL_OFF.NOTE, called.note())
        .set(DEAL_CALL_OFF.SELLER_ID, called.sellerId())
        .set(DEAL_CALL_OFF.BUYER_ID, called.buyerId())
        .set(DEAL_CALL_OFF.CALLED_BY_ID, called.memberId())
        .set(DEAL_CALL_OFF.CALLED_AT, called.at())
        .set(DEAL_CALL_OFF.DUE_ON, row.dueOn())
        .execute();
  }

  /// Writes how a call-off came to wait no more.
  void update(CallOffRow row) {
    CallOffRow.Ended ended = row.ended();
    sql.update(DEAL_CALL_OFF)
        .set(DEAL_CALL_OFF.VERSION, row.version())
        .set(DEAL_CALL_OFF.STATUS, row.status().code())
        .set(DEAL_CALL_OFF.LIVE_MONTH, row.status().isLive() ? row.called().month().atDay(1) : null)
        .set(DEAL_CALL_OFF.DUE_ON, row.dueOn())
        .set(DEAL_CALL_OFF.ENDED_AT, ended == null ? null : ended.at())
        .set(DEAL_CALL_OFF.ENDED_BY_ID, ended == null ? null : ended.memberId())
        .set(DEAL_CALL_OFF.REASON, ended == null ? null : ended.reason())
        .where(DEAL_CALL_OFF.ID.eq(row.id()))
        .execute();
  }

  private static CallOffRow row(DealCallOffRecord row) {
    return new CallOffRow(
        row.getId(),
        row.getVersion(),
        row.getProcessVersion(),
        CallOffStatus.ofCode(row.getStatus()),
        new CallOffRow.Called(
            row.getAgreementId(),
            YearMonth.from(row.getDeliveryMonth()),
            row.getQuantityKg(),
            row.getNote(),
            row.getSellerId(),
            row.getBuyerId(),
            row.getCalledById(),
            row.getCalledAt()),
        row.getDueOn(),
        row.getEndedAt() == null
            ? null
            : new CallOffRow.Ended(row.getEndedAt(), row.getEndedById(), row.getReason()));
  }
}
