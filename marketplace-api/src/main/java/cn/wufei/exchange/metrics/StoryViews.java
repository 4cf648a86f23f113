package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.db.Tables.DEAL_AGREEMENT;
import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;
import static cn.wufei.exchange.db.Tables.TRANSFER_LOAD;
import static cn.wufei.exchange.db.Tables.TRANSFER_USE_REPORT;

import cn.wufei.exchange.db.tables.LedgerAccount;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SelectOnConditionStep;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads what the story of a lot is told from.
@Singleton
@Connectable
class StoryViews {

  private static final LedgerAccount DEBIT = LEDGER_ACCOUNT.as("debit");
  private static final LedgerAccount CREDIT = LEDGER_ACCOUNT.as("credit");

  private static final List<String> BEGINNINGS =
      List.of(AccountKind.GENERATED.code(), AccountKind.OPENING.code(), AccountKind.FOUND.code());
  private static final List<String> YARD =
      List.of(AccountKind.ON_HAND.code(), AccountKind.UNRECONCILED.code());
  private static final List<String> PASSING_ON =
      List.of(
          AccountKind.PROCESSING.code(),
          AccountKind.ON_HAND.code(),
          AccountKind.UNRECONCILED.code());

  private final DSLContext sql;

  StoryViews(DSLContext sql) {
    this.sql = sql;
  }

  /// The agreements on a lot, or those of them with one receiver.
  List<Agreed> agreementsOn(Id lot, @Nullable Id receiver) {
    return sql.select(DEAL_AGREEMENT.ID, DEAL_AGREEMENT.NUMBER, DEAL_AGREEMENT.BUYER_ID)
        .from(DEAL_AGREEMENT)
        .where(DEAL_AGREEMENT.LOT_ID.eq(lot))
        .and(receiver == null ? DSL.noCondition() : DEAL_AGREEMENT.BUYER_ID.eq(receiver))
        .orderBy(DEAL_AGREEMENT.ID)
        .fetch(row -> new Agreed(row.value1(), row.value2(), row.value3()));
  }

  List<Loaded> loadsUnder(Collection<Id> agreements) {
    return sql.select(TRANSFER_LOAD.ID, TRANSFER_LOAD.NUMBER, TRANSFER_LOAD.BUYER_ID)
        .from(TRANSFER_LOAD)
        .where(TRANSFER_LOAD.AGREEMENT_ID.in(agreements))
        .orderBy(TRANSFER_LOAD.ID)
        .fetch(row -> new Loaded(row.value1(), row.value2(), row.value3()));
  }

  /// The lot that each load was sold under.
  Map<Id, Id> lotsOfLoads(Id stream, Collection<Id> receivers) {
    return sql.select(TRANSFER_LOAD.ID, DEAL_AGREEMENT.LOT_ID)
        .from(TRANSFER_LOAD)
        .join(DEAL_AGREEMENT)
        .on(DEAL_AGREEMENT.ID.eq(TRANSFER_LOAD.AGREEMENT_ID))
        .where(TRANSFER_LOAD.BUYER_ID.in(receivers))
        .and(TRANSFER_LOAD.STREAM_ID.eq(stream))
        .fetchMap(TRANSFER_LOAD.ID, DEAL_AGREEMENT.LOT_ID);
  }

  Map<Id, Reported> reports(Collection<Id> reports) {
    return sql.select(
            TRANSFER_USE_REPORT.ID,
            TRANSFER_USE_REPORT.MONTH_STARTS_ON,
            TRANSFER_USE_REPORT.ALLOCATION_RULE)
        .from(TRANSFER_USE_REPORT)
        .where(TRANSFER_USE_REPORT.ID.in(reports))
        .fetchMap(
            row -> row.value1(), row -> new Reported(YearMonth.from(row.value2()), row.value3()));
  }

  /// The newest transfers of lots, agreements and loads.
  List<Id> transfersOf(Collection<Id> subjects, @Nullable Id before, int limit) {
    return sql.select(LEDGER_TRANSFER.ID)
        .from(LEDGER_TRANSFER)
        .where(LEDGER_TRANSFER.SUBJECT_ID.in(subjects))
        .and(before == null ? DSL.noCondition() : LEDGER_TRANSFER.ID.lt(before))
        .orderBy(LEDGER_TRANSFER.ID.desc())
        .limit(limit)
        .fetch(LEDGER_TRANSFER.ID);
  }

  /// The postings of transfers, in the order of their numbers.
  List<StoryPosting> ofTransfers(Collection<Id> transfers) {
    return postings(LEDGER_TRANSFER.ID.in(transfers));
  }

  /// What lots, agreements and loads moved, by the kinds of account that were joined.
  List<StorySum> sumsOfSubjects(Collection<Id> subjects) {
    return sums(LEDGER_TRANSFER.SUBJECT_ID.in(subjects));
  }

  /// What brought a stream's tonnes into being, or from another stream by processing or a move.
  List<StorySum> sumsOfSources(Id stream) {
    List<StorySum> sums = new ArrayList<>(sums(given(stream)));
    sums.addAll(sums(taken(stream)));
    return sums;
  }

  /// The newest postings of each of those sums.
  List<StoryPosting> newestOfSources(Id stream, int ofEach) {
    return both(newest(given(stream), ofEach), newest(taken(stream), ofEach));
  }

  private static Condition newest(Condition which, int ofEach) {
    Field<Integer> place =
        DSL.rowNumber()
            .over(
                DSL.partitionBy(
                        CREDIT.KIND, DEBIT.KIND, CREDIT.GENERATION_YEAR, DEBIT.GENERATION_YEAR)
                    .orderBy(LEDGER_POSTING.ID.desc()))
            .as("place");
    Table<Record2<Id, Integer>> placed =
        joined(DSL.select(LEDGER_POSTING.ID, place)).where(which).asTable("placed");
    return LEDGER_POSTING.ID.in(
        DSL.select(placed.field(LEDGER_POSTING.ID))
            .from(placed)
            .where(Objects.requireNonNull(placed.field(place)).le(ofEach)));
  }

  private static Condition given(Id stream) {
    return source(stream, CREDIT, DEBIT, LEDGER_TRANSFER.REVERSES_ID.isNull());
  }

  private static Condition taken(Id stream) {
    return source(stream, DEBIT, CREDIT, LEDGER_TRANSFER.REVERSES_ID.isNotNull());
  }

  /// The sources that have an account of the stream on one side; a reversal has it on the other
  /// one. Each side is asked by itself, so that each finds its postings by their account.
  ///
  /// @param gives whether that side is what the stream's tonnes began as
  private static Condition source(
      Id stream, LedgerAccount side, LedgerAccount across, Condition gives) {
    Condition begins = side.KIND.in(BEGINNINGS);
    Condition arrives =
        side.KIND.in(YARD).and(across.KIND.in(PASSING_ON)).and(across.STREAM_ID.ne(stream));
    return side.STREAM_ID.eq(stream).and(gives.and(begins).or(DSL.not(gives).and(arrives)));
  }

  /// The postings into and out of the receivers' heaps of a stream; all of them, since no share can
  /// be told from a part.
  List<StoryPosting> ofHeaps(Id stream, Collection<Id> receivers) {
    return both(heaps(DEBIT, stream, receivers), heaps(CREDIT, stream, receivers));
  }

  private static Condition heaps(LedgerAccount account, Id stream, Collection<Id> receivers) {
    return account
        .STREAM_ID
        .eq(stream)
        .and(account.KIND.eq(AccountKind.HEAP.code()))
        .and(account.OWNER_ID.in(receivers));
  }

  private List<StoryPosting> both(Condition one, Condition other) {
    List<StoryPosting> all = new ArrayList<>(postings(one));
    all.addAll(postings(other));
    all.sort(Comparator.comparingLong(StoryPosting::number));
    return all;
  }

  private List<StorySum> sums(Condition which) {
    Field<Boolean> reversal = DSL.field(LEDGER_TRANSFER.REVERSES_ID.isNotNull());
    return joined(
            sql.select(
                CREDIT.KIND,
                DEBIT.KIND,
                reversal,
                CREDIT.GENERATION_YEAR,
                DEBIT.GENERATION_YEAR,
                DSL.sum(LEDGER_POSTING.AMOUNT),
                DSL.max(LEDGER_TRANSFER.OCCURRED_ON),
                DSL.max(LEDGER_TRANSFER.RECORDED_AT)))
        .where(which)
        .groupBy(CREDIT.KIND, DEBIT.KIND, reversal, CREDIT.GENERATION_YEAR, DEBIT.GENERATION_YEAR)
        .fetch(row ->
            new StorySum(
                AccountKind.ofCode(row.value1()),
                AccountKind.ofCode(row.value2()),
                row.value3(),
                year(Giver.of(row.value3(), row.value4(), row.value5())),
                row.value6().longValueExact(),
                row.value7(),
                row.value8()));
  }

  private static <R extends Record> SelectOnConditionStep<R> joined(SelectSelectStep<R> select) {
    return select
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .join(DEBIT)
        .on(DEBIT.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
        .join(CREDIT)
        .on(CREDIT.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID));
  }

  private List<StoryPosting> postings(Condition which) {
    return joined(
            sql.select(
                LEDGER_POSTING.ID,
                LEDGER_POSTING.TRANSFER_ID,
                LEDGER_TRANSFER.SUBJECT_ID,
                LEDGER_TRANSFER.OCCURRED_ON,
                LEDGER_TRANSFER.RECORDED_AT,
                LEDGER_TRANSFER.REVERSES_ID,
                LEDGER_POSTING.AMOUNT,
                DEBIT.ID,
                DEBIT.KIND,
                DEBIT.OWNER_ID,
                DEBIT.GENERATION_YEAR,
                CREDIT.ID,
                CREDIT.KIND,
                CREDIT.OWNER_ID,
                CREDIT.GENERATION_YEAR))
        .where(which)
        .orderBy(LEDGER_POSTING.ID)
        .fetch(StoryViews::posting);
  }

  private static StoryPosting posting(Record row) {
    return new StoryPosting(
        row.get(LEDGER_POSTING.ID).value(),
        row.get(LEDGER_POSTING.TRANSFER_ID),
        row.get(LEDGER_TRANSFER.SUBJECT_ID),
        row.get(LEDGER_TRANSFER.OCCURRED_ON),
        row.get(LEDGER_TRANSFER.RECORDED_AT),
        row.get(LEDGER_TRANSFER.REVERSES_ID) != null,
        row.get(LEDGER_POSTING.AMOUNT),
        side(row, CREDIT),
        side(row, DEBIT));
  }

  private static StoryPosting.Side side(Record row, LedgerAccount account) {
    return new StoryPosting.Side(
        row.get(account.ID),
        AccountKind.ofCode(row.get(account.KIND)),
        row.get(account.OWNER_ID),
        year(row.get(account.GENERATION_YEAR)));
  }

  private static @Nullable Integer year(@Nullable Short year) {
    return year == null ? null : (int) year;
  }

  record Agreed(Id id, String number, Id buyerId) {}

  record Loaded(Id id, String number, Id buyerId) {}

  record Reported(YearMonth month, String rule) {}
}
