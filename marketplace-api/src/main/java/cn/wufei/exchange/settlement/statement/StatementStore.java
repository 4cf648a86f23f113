package cn.wufei.exchange.settlement.statement;

import static cn.wufei.exchange.db.Tables.SETTLEMENT_LINE;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_STATEMENT;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.transfer.StatedLoads;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Statements and their lines as rows.
@Singleton
@Connectable
class StatementStore implements StatedLoads {

  private static final int ROWS_AT_ONCE = 500;

  private final DSLContext sql;

  StatementStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable StatementRow find(Id id) {
    return sql.selectFrom(SETTLEMENT_STATEMENT)
        .where(SETTLEMENT_STATEMENT.ID.eq(id))
        .fetchOne(StatementMapping::statement);
  }

  /// The statement, held until the transaction ends.
  @Nullable StatementRow lockStatement(Id id) {
    return sql.selectFrom(SETTLEMENT_STATEMENT)
        .where(SETTLEMENT_STATEMENT.ID.eq(id))
        .forUpdate()
        .fetchOne(StatementMapping::statement);
  }

  List<StatementRow> findAll(Collection<Id> ids) {
    return sql.selectFrom(SETTLEMENT_STATEMENT)
        .where(SETTLEMENT_STATEMENT.ID.in(ids))
        .fetch(StatementMapping::statement);
  }

  /// The statements of the caller's organisation on either side, newest first.
  List<StatementRow> page(
      Caller caller, @Nullable StatementStatus status, @Nullable Id before, int limit) {
    return sql.selectFrom(SETTLEMENT_STATEMENT)
        .where(ofParty(caller.organisationId()))
        .and(status == null ? DSL.noCondition() : SETTLEMENT_STATEMENT.STATUS.eq(status.code()))
        .and(before == null ? DSL.noCondition() : SETTLEMENT_STATEMENT.ID.lt(before))
        .orderBy(SETTLEMENT_STATEMENT.ID.desc())
        .limit(limit)
        .fetch(StatementMapping::statement);
  }

  /// The lines of a statement in their order, after a place.
  List<StatementLine> lines(Id statement, int after, int limit) {
    return sql.selectFrom(SETTLEMENT_LINE)
        .where(SETTLEMENT_LINE.STATEMENT_ID.eq(statement))
        .and(SETTLEMENT_LINE.PLACE.gt(after))
        .orderBy(SETTLEMENT_LINE.PLACE)
        .limit(limit)
        .fetch(StatementMapping::line);
  }

  List<StatementLine> findLines(Id statement, Collection<Id> lines) {
    return sql.selectFrom(SETTLEMENT_LINE)
        .where(SETTLEMENT_LINE.STATEMENT_ID.eq(statement))
        .and(SETTLEMENT_LINE.ID.in(lines))
        .fetch(StatementMapping::line);
  }

  /// Those of the loads that are on a statement that counts: agreed or open.
  Set<Id> stated(Collection<Id> loads) {
    return sql.select(SETTLEMENT_LINE.LIVE_LOAD_ID)
        .from(SETTLEMENT_LINE)
        .where(SETTLEMENT_LINE.LIVE_LOAD_ID.in(loads))
        .fetchSet(SETTLEMENT_LINE.LIVE_LOAD_ID);
  }

  /// The day on which the last load of an agreement was received that is on a statement that
  /// counts.
  @Nullable LocalDate lastStatedOn(Id agreement) {
    return sql.select(DSL.max(SETTLEMENT_LINE.RECEIVED_ON))
        .from(SETTLEMENT_LINE)
        .where(SETTLEMENT_LINE.AGREEMENT_ID.eq(agreement))
        .and(SETTLEMENT_LINE.LIVE_LOAD_ID.isNotNull())
        .fetchSingle()
        .value1();
  }

  /// Those of the lines that a statement that counts takes back.
  Set<Id> corrected(Collection<Id> lines) {
    return sql.select(SETTLEMENT_LINE.LIVE_CORRECTS_LINE_ID)
        .from(SETTLEMENT_LINE)
        .where(SETTLEMENT_LINE.LIVE_CORRECTS_LINE_ID.in(lines))
        .fetchSet(SETTLEMENT_LINE.LIVE_CORRECTS_LINE_ID);
  }

  @Override
  public Condition onNone(Field<Id> load) {
    return DSL.notExists(
        sql.selectOne().from(SETTLEMENT_LINE).where(SETTLEMENT_LINE.LIVE_LOAD_ID.eq(load)));
  }

  @Override
  public Condition onNoneAgreed(Field<Id> load) {
    return DSL.notExists(
        sql.selectOne()
            .from(SETTLEMENT_LINE)
            .join(SETTLEMENT_STATEMENT)
            .on(SETTLEMENT_STATEMENT.ID.eq(SETTLEMENT_LINE.STATEMENT_ID))
            .where(SETTLEMENT_LINE.LIVE_LOAD_ID.eq(load))
            .and(SETTLEMENT_STATEMENT.STATUS.eq(StatementStatus.AGREED.code())));
  }

  /// Statements of others that an organisation has not answered, and its own that were disputed.
  int waitingFor(Id party) {
    return sql.fetchCount(SETTLEMENT_STATEMENT, waiting(party));
  }

  /// The same, the oldest first.
  List<StatementRow> pageWaiting(Id party, @Nullable Id after, int limit) {
    return sql.selectFrom(SETTLEMENT_STATEMENT)
        .where(waiting(party))
        .and(after == null ? DSL.noCondition() : SETTLEMENT_STATEMENT.ID.gt(after))
        .orderBy(SETTLEMENT_STATEMENT.ID)
        .limit(limit)
        .fetch(StatementMapping::statement);
  }

  private static Condition waiting(Id party) {
    return SETTLEMENT_STATEMENT
        .STATUS
        .eq(StatementStatus.PROPOSED.code())
        .and(drafted(party, Side.BUYER, Side.SELLER))
        .or(
            SETTLEMENT_STATEMENT
                .STATUS
                .eq(StatementStatus.DISPUTED.code())
                .and(drafted(party, Side.SELLER, Side.BUYER)));
  }

  /// What became due between an organisation and others from a day on, newest first.
  List<Statements.Agreed> agreedSince(Id party, LocalDate day) {
    return sql.select(
            SETTLEMENT_STATEMENT.SELLER_ID,
            SETTLEMENT_STATEMENT.BUYER_ID,
            SETTLEMENT_STATEMENT.AGREED_AT,
            SETTLEMENT_STATEMENT.GROSS_FEN)
        .from(SETTLEMENT_STATEMENT)
        .where(ofParty(party))
        .and(SETTLEMENT_STATEMENT.STATUS.eq(StatementStatus.AGREED.code()))
        .and(SETTLEMENT_STATEMENT.AGREED_AT.ge(LocalCalendar.startOf(day)))
        .orderBy(SETTLEMENT_STATEMENT.AGREED_AT.desc(), SETTLEMENT_STATEMENT.ID.desc())
        .fetch(row ->
            new Statements.Agreed(
                row.value1(), row.value2(), LocalCalendar.dayOf(row.value3()), row.value4()));
  }

  void insert(StatementRow statement, List<StatementLine> lines) {
    sql.executeInsert(StatementMapping.record(statement));
    for (int from = 0; from < lines.size(); from += ROWS_AT_ONCE) {
      List<StatementLine> part = lines.subList(from, Math.min(lines.size(), from + ROWS_AT_ONCE));
      sql.insertInto(SETTLEMENT_LINE, SETTLEMENT_LINE.fields())
          .valuesOfRecords(part.stream().map(StatementMapping::record).toList())
          .execute();
    }
  }

  /// Writes how a statement that is held was answered.
  void update(StatementRow statement) {
    sql.executeUpdate(StatementMapping.record(statement));
  }

  /// Lets the loads and lines of a withdrawn statement be taken up by another.
  void releaseLines(Id statement) {
    sql.update(SETTLEMENT_LINE)
        .setNull(SETTLEMENT_LINE.LIVE_LOAD_ID)
        .setNull(SETTLEMENT_LINE.LIVE_CORRECTS_LINE_ID)
        .where(SETTLEMENT_LINE.STATEMENT_ID.eq(statement))
        .execute();
  }

  /// Statements of a party by the side that drafted them, where it sells and where it buys.
  private static Condition drafted(Id party, Side whereItSells, Side whereItBuys) {
    return SETTLEMENT_STATEMENT
        .SELLER_ID
        .eq(party)
        .and(SETTLEMENT_STATEMENT.DRAFTED_BY.eq(whereItSells.code()))
        .or(
            SETTLEMENT_STATEMENT
                .BUYER_ID
                .eq(party)
                .and(SETTLEMENT_STATEMENT.DRAFTED_BY.eq(whereItBuys.code())));
  }

  private static Condition ofParty(Id organisation) {
    return SETTLEMENT_STATEMENT
        .SELLER_ID
        .eq(organisation)
        .or(SETTLEMENT_STATEMENT.BUYER_ID.eq(organisation));
  }
}
