package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.LedgerAccount;
import cn.wufei.exchange.db.tables.LedgerTransfer;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.ledger.line.Numbers;
import cn.wufei.exchange.ledger.line.PostingSearch;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads transfers back as a story: which fact moved how much from where to where.
@Singleton
@Connectable
@WritesSql(because = "it is the public face of the ledger, named for what it gives")
public class Statements {

  private static final LedgerAccount DEBIT = LEDGER_ACCOUNT.as("debit");
  private static final LedgerAccount CREDIT = LEDGER_ACCOUNT.as("credit");
  private static final LedgerTransfer REVERSAL = LEDGER_TRANSFER.as("reversal");

  /// How many postings of a transfer touch a stream, mostly.
  private static final int LINES = 2;

  private final DSLContext sql;
  private final PostingSearch postings;

  Statements(DSLContext sql, PostingSearch postings) {
    this.sql = sql;
    this.postings = postings;
  }

  /// The transfers that touch a stream's tonnes up to the producer's gate and what became of them,
  /// the last recorded first.
  public Page<Entry> ofStream(Id stream, @Nullable Id before, int limit) {
    Numbers numbers =
        before == null
            ? Numbers.NEWEST_FIRST
            : Numbers.NEWEST_FIRST.until(lastPostingBefore(before));
    Page<Id> page =
        Page.ofSurplus(
            transfers(LEDGER_ACCOUNT.STREAM_ID.eq(stream), numbers, limit + 1),
            limit,
            Id::toString);
    return new Page<>(
        entries(page.items(), CREDIT.STREAM_ID.eq(stream).or(DEBIT.STREAM_ID.eq(stream))),
        page.next());
  }

  /// The transfers of one lot, agreement, load or report, oldest first.
  public List<Entry> ofSubject(Id subject) {
    List<Id> transfers =
        sql.select(LEDGER_TRANSFER.ID)
            .from(LEDGER_TRANSFER)
            .where(LEDGER_TRANSFER.SUBJECT_ID.eq(subject))
            .orderBy(LEDGER_TRANSFER.ID)
            .limit(Page.LIMIT_MAX)
            .fetch(LEDGER_TRANSFER.ID);
    return entries(transfers, DSL.trueCondition());
  }

  /// The transfers of the first postings, no more than `limit`.
  private List<Id> transfers(Condition accounts, Numbers numbers, int limit) {
    SequencedSet<Id> transfers = new LinkedHashSet<>();
    Numbers left = numbers;
    List<Long> found;
    do {
      found = postings.ofMany(accounts, null, left, limit * LINES);
      sql.select(LEDGER_POSTING.TRANSFER_ID)
          .from(LEDGER_POSTING)
          .where(LEDGER_POSTING.ID.in(found.stream().map(Id::of).toList()))
          .orderBy(LEDGER_POSTING.ID.desc())
          .forEach(row -> transfers.add(row.value1()));
      left = found.isEmpty() ? left : left.beyond(found.getLast());
    } while (transfers.size() < limit && found.size() == limit * LINES);
    return transfers.stream().limit(limit).toList();
  }

  /// The last posting before a transfer's own, which follow each other; of one that posted nothing,
  /// the last of the transfer before it.
  private long lastPostingBefore(Id transfer) {
    return sql.select(LEDGER_POSTING.ID, LEDGER_POSTING.TRANSFER_ID, LEDGER_POSTING.LINE)
        .from(LEDGER_POSTING)
        .where(LEDGER_POSTING.TRANSFER_ID.le(transfer))
        .orderBy(LEDGER_POSTING.TRANSFER_ID.desc(), LEDGER_POSTING.LINE.desc())
        .limit(1)
        .fetchOptional(row ->
            row.value2().equals(transfer)
                ? row.value1().value() - row.value3()
                : row.value1().value())
        .orElse(0L);
  }

  private List<Entry> entries(List<Id> transfers, Condition lines) {
    Map<Id, List<Line>> byTransfer = new LinkedHashMap<>();
    Map<Id, Record> heads = new LinkedHashMap<>();
    sql.select(LEDGER_TRANSFER.fields())
        .select(LEDGER_POSTING.UNIT, LEDGER_POSTING.AMOUNT)
        .select(CREDIT.KIND, CREDIT.GENERATION_YEAR, CREDIT.STREAM_ID)
        .select(DEBIT.KIND, DEBIT.GENERATION_YEAR, DEBIT.STREAM_ID)
        .select(REVERSAL.ID)
        .from(LEDGER_TRANSFER)
        .join(LEDGER_POSTING)
        .on(LEDGER_POSTING.TRANSFER_ID.eq(LEDGER_TRANSFER.ID))
        .join(DEBIT)
        .on(DEBIT.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
        .join(CREDIT)
        .on(CREDIT.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID))
        .leftJoin(REVERSAL)
        .on(REVERSAL.REVERSES_ID.eq(LEDGER_TRANSFER.ID))
        .where(LEDGER_TRANSFER.ID.in(transfers))
        .and(lines)
        .orderBy(LEDGER_TRANSFER.ID, LEDGER_POSTING.LINE)
        .forEach(row -> {
          heads.putIfAbsent(row.get(LEDGER_TRANSFER.ID), row);
          byTransfer
              .computeIfAbsent(row.get(LEDGER_TRANSFER.ID), _ -> new ArrayList<>())
              .add(line(row));
        });
    List<Entry> entries = new ArrayList<>();
    for (Id id : transfers) {
      Record head = heads.get(id);
      if (head != null) {
        entries.add(entry(head, byTransfer.getOrDefault(id, List.of())));
      }
    }
    return entries;
  }

  private static Entry entry(Record row, List<Line> lines) {
    return new Entry(
        row.get(LEDGER_TRANSFER.ID),
        row.get(LEDGER_TRANSFER.KIND),
        row.get(LEDGER_TRANSFER.REFERENCE),
        row.get(LEDGER_TRANSFER.SUBJECT_ID),
        row.get(LEDGER_TRANSFER.OCCURRED_ON),
        row.get(LEDGER_TRANSFER.RECORDED_AT),
        row.get(LEDGER_TRANSFER.REVERSES_ID),
        row.get(REVERSAL.ID),
        lines);
  }

  private static Line line(Record row) {
    Short year = row.get(CREDIT.GENERATION_YEAR);
    if (year == null) {
      year = row.get(DEBIT.GENERATION_YEAR);
    }
    return new Line(
        row.get(LEDGER_POSTING.UNIT),
        row.get(CREDIT.KIND),
        row.get(DEBIT.KIND),
        row.get(LEDGER_POSTING.AMOUNT),
        year == null ? null : (int) year,
        row.get(CREDIT.STREAM_ID),
        row.get(DEBIT.STREAM_ID));
  }

  /// One transfer.
  ///
  /// @param reverses the transfer that it takes back
  /// @param reversedBy the transfer that takes it back
  public record Entry(
      Id transferId,
      String kind,
      String reference,
      Id subjectId,
      LocalDate occurredOn,
      Instant recordedAt,
      @Nullable Id reverses,
      @Nullable Id reversedBy,
      List<Line> lines) {}

  /// One posting of it: kinds of the accounts that gave and took, and whose stream's they are.
  public record Line(
      String unit,
      String fromKind,
      String toKind,
      long amount,
      @Nullable Integer generationYear,
      @Nullable Id fromStream,
      @Nullable Id toStream) {}
}
