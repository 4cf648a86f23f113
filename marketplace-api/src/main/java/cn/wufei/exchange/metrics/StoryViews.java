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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads what the story of a lot is told from.
@Singleton
@Connectable
class StoryViews {

  /// How many postings of one lot, or of one stream's heaps, are read at most.
  static final int POSTINGS_MAX = 50_000;

  private static final LedgerAccount DEBIT = LEDGER_ACCOUNT.as("debit");
  private static final LedgerAccount CREDIT = LEDGER_ACCOUNT.as("credit");

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

  /// The postings of lots, agreements and loads, in the order of their numbers, but for those
  /// within a yard, by which a correction makes up for what is unreconciled.
  List<StoryPosting> ofSubjects(Collection<Id> subjects) {
    return postings(
        LEDGER_TRANSFER
            .SUBJECT_ID
            .in(subjects)
            .andNot(DEBIT.KIND.in(YARD).and(CREDIT.KIND.in(YARD))));
  }

  /// The postings that brought a stream's tonnes into being, or from another stream by processing
  /// or a move.
  List<StoryPosting> sourcesOf(Id stream) {
    Condition source =
        CREDIT.KIND.in(
            AccountKind.GENERATED.code(), AccountKind.OPENING.code(), AccountKind.FOUND.code());
    Condition back =
        DEBIT.KIND.in(
            AccountKind.GENERATED.code(), AccountKind.OPENING.code(), AccountKind.FOUND.code());
    Condition arrived =
        DEBIT.KIND.in(YARD).and(CREDIT.KIND.in(PASSING_ON)).and(CREDIT.STREAM_ID.ne(stream));
    return both(
        CREDIT.STREAM_ID.eq(stream).and(source), DEBIT.STREAM_ID.eq(stream).and(back.or(arrived)));
  }

  /// The postings into and out of the receivers' heaps of a stream.
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

  private List<StoryPosting> postings(Condition which) {
    return sql.select(
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
            CREDIT.GENERATION_YEAR)
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .join(DEBIT)
        .on(DEBIT.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
        .join(CREDIT)
        .on(CREDIT.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID))
        .where(which)
        .orderBy(LEDGER_POSTING.ID)
        .limit(POSTINGS_MAX)
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
    Short year = row.get(account.GENERATION_YEAR);
    return new StoryPosting.Side(
        row.get(account.ID),
        FlowViews.kind(row.get(account.KIND)),
        row.get(account.OWNER_ID),
        year == null ? null : (int) year);
  }

  record Agreed(Id id, String number, Id buyerId) {}

  record Loaded(Id id, String number, Id buyerId) {}

  record Reported(YearMonth month, String rule) {}
}
