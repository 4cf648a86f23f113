package cn.wufei.exchange.settlement.statement;

import static cn.wufei.exchange.db.Tables.SETTLEMENT_LINE;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_STATEMENT;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Statements and their lines as rows.
@Singleton
@Connectable
class StatementStore {

  private static final int ROWS_AT_ONCE = 500;

  /// So many statements back an open sum is looked for; what is left is older.
  private static final int AGED_MAX = 500;

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

  /// Those of the lines that a statement that counts takes back.
  Set<Id> corrected(Collection<Id> lines) {
    return sql.select(SETTLEMENT_LINE.LIVE_CORRECTS_LINE_ID)
        .from(SETTLEMENT_LINE)
        .where(SETTLEMENT_LINE.LIVE_CORRECTS_LINE_ID.in(lines))
        .fetchSet(SETTLEMENT_LINE.LIVE_CORRECTS_LINE_ID);
  }

  /// Those of the loads that are on an agreed statement.
  Set<Id> agreedOf(Collection<Id> loads) {
    return sql.select(SETTLEMENT_LINE.LIVE_LOAD_ID)
        .from(SETTLEMENT_LINE)
        .join(SETTLEMENT_STATEMENT)
        .on(SETTLEMENT_STATEMENT.ID.eq(SETTLEMENT_LINE.STATEMENT_ID))
        .where(SETTLEMENT_LINE.LIVE_LOAD_ID.in(loads))
        .and(SETTLEMENT_STATEMENT.STATUS.eq(StatementStatus.AGREED.code()))
        .fetchSet(SETTLEMENT_LINE.LIVE_LOAD_ID);
  }

  /// Statements of others that an organisation has not answered.
  int waitingFor(Id party) {
    Condition drafted =
        SETTLEMENT_STATEMENT
            .SELLER_ID
            .eq(party)
            .and(SETTLEMENT_STATEMENT.DRAFTED_BY.eq(Side.BUYER.code()))
            .or(
                SETTLEMENT_STATEMENT
                    .BUYER_ID
                    .eq(party)
                    .and(SETTLEMENT_STATEMENT.DRAFTED_BY.eq(Side.SELLER.code())));
    return sql.fetchCount(
        SETTLEMENT_STATEMENT,
        SETTLEMENT_STATEMENT.STATUS.eq(StatementStatus.PROPOSED.code()).and(drafted));
  }

  /// What became due between a seller and a buyer, newest first.
  List<Statements.Agreed> agreedBetween(Id seller, Id buyer) {
    return sql.select(SETTLEMENT_STATEMENT.AGREED_AT, SETTLEMENT_STATEMENT.GROSS_FEN)
        .from(SETTLEMENT_STATEMENT)
        .where(SETTLEMENT_STATEMENT.SELLER_ID.eq(seller))
        .and(SETTLEMENT_STATEMENT.BUYER_ID.eq(buyer))
        .and(SETTLEMENT_STATEMENT.STATUS.eq(StatementStatus.AGREED.code()))
        .orderBy(SETTLEMENT_STATEMENT.AGREED_AT.desc(), SETTLEMENT_STATEMENT.ID.desc())
        .limit(AGED_MAX)
        .fetch(row -> new Statements.Agreed(LocalCalendar.dayOf(row.value1()), row.value2()));
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

  private static Condition ofParty(Id organisation) {
    return SETTLEMENT_STATEMENT
        .SELLER_ID
        .eq(organisation)
        .or(SETTLEMENT_STATEMENT.BUYER_ID.eq(organisation));
  }
}
