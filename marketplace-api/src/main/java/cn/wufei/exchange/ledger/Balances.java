package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_BALANCE;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.day.Movements;
import cn.wufei.exchange.ledger.day.RecordedAxis;
import cn.wufei.exchange.ledger.day.Window;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads what accounts hold: debits less credits, in the account's unit. Within a posting write the
/// figures are final, since the head of the ledger is held; elsewhere they are of the moment.
@Singleton
@Connectable
@WritesSql(because = "it is the public face of the ledger, named for what it gives")
public class Balances {

  private final DSLContext sql;
  private final Movements movements;
  private final RecordedAxis recorded;

  Balances(DSLContext sql, Movements movements, RecordedAxis recorded) {
    this.sql = sql;
    this.movements = movements;
    this.recorded = recorded;
  }

  /// What one account holds; zero for one that was never posted to.
  public long of(AccountKey key) {
    Long held =
        sql.select(LEDGER_BALANCE.DEBIT_TOTAL.minus(LEDGER_BALANCE.CREDIT_TOTAL))
            .from(LEDGER_BALANCE)
            .join(LEDGER_ACCOUNT)
            .on(LEDGER_ACCOUNT.ID.eq(LEDGER_BALANCE.ACCOUNT_ID))
            .where(LEDGER_ACCOUNT.ACCOUNT_KEY.eq(key.text()))
            .fetchOneInto(Long.class);
    return held == null ? 0 : held;
  }

  /// What the accounts of one kind hold for each of the subjects (lots, agreements, loads);
  /// subjects without such an account are absent.
  public Map<Id, Long> bySubject(AccountKind kind, Collection<Id> subjects) {
    return sql.select(LEDGER_ACCOUNT.SUBJECT_ID, held())
        .from(LEDGER_ACCOUNT)
        .join(LEDGER_BALANCE)
        .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
        .where(LEDGER_ACCOUNT.KIND.eq(kind.code()))
        .and(LEDGER_ACCOUNT.SUBJECT_ID.in(subjects))
        .groupBy(LEDGER_ACCOUNT.SUBJECT_ID)
        .fetchMap(row -> row.value1(), row -> row.value2().longValueExact());
  }

  /// What a producer's streams hold in accounts of these kinds, by kind and generation year.
  public List<StreamBalance> ofStreams(Collection<Id> streams, AccountKind... kinds) {
    if (streams.isEmpty()) {
      return List.of();
    }
    return sql.select(
            LEDGER_ACCOUNT.STREAM_ID, LEDGER_ACCOUNT.KIND, LEDGER_ACCOUNT.GENERATION_YEAR, held())
        .from(LEDGER_ACCOUNT)
        .join(LEDGER_BALANCE)
        .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
        .where(LEDGER_ACCOUNT.STREAM_ID.in(streams))
        .and(LEDGER_ACCOUNT.KIND.in(Stream.of(kinds).map(AccountKind::code).toList()))
        .groupBy(LEDGER_ACCOUNT.STREAM_ID, LEDGER_ACCOUNT.KIND, LEDGER_ACCOUNT.GENERATION_YEAR)
        .orderBy(LEDGER_ACCOUNT.STREAM_ID, LEDGER_ACCOUNT.GENERATION_YEAR)
        .fetch(row ->
            new StreamBalance(
                row.value1(),
                AccountKind.ofCode(row.value2()),
                row.value3(),
                row.value4().longValueExact()));
  }

  /// What the ledger says lay in a stream's yard at the end of a day: on hand less what had left
  /// unrecorded, by what had occurred until then. Negative when more left than was ever recorded.
  public long netOfStreamAt(Id stream, LocalDate day) {
    return movements.of(accounts(yardOf(stream)), Window.until(day)).values().stream()
        .mapToLong(Movements.Moved::net)
        .sum();
  }

  /// The same of each of the streams at the end of each day on which it changed.
  public Map<Id, NavigableMap<LocalDate, Long>> netsOfStreams(Collection<Id> streams) {
    Map<Id, Id> streamOf =
        sql.select(LEDGER_ACCOUNT.ID, LEDGER_ACCOUNT.STREAM_ID)
            .from(LEDGER_ACCOUNT)
            .where(LEDGER_ACCOUNT.STREAM_ID.in(streams))
            .and(inYard())
            .fetchMap(row -> row.value1(), row -> row.value2());
    Map<Id, NavigableMap<LocalDate, Long>> nets = new HashMap<>();
    movements
        .byDays(streamOf.keySet())
        .forEach((account, days) -> {
          NavigableMap<LocalDate, Long> net =
              nets.computeIfAbsent(
                  Objects.requireNonNull(streamOf.get(account)), _ -> new TreeMap<>());
          days.forEach((day, moved) -> net.merge(day, moved.net(), Long::sum));
        });
    nets.values().forEach(Balances::addUp);
    return nets;
  }

  private static void addUp(NavigableMap<LocalDate, Long> changes) {
    long sum = 0;
    for (Map.Entry<LocalDate, Long> day : changes.entrySet()) {
      sum += day.getValue();
      day.setValue(sum);
    }
  }

  /// What the transfers of one subject, reversals included, put into a stream's yard by the end of
  /// a day; negative when they took out of it.
  public long yardMovedBy(Id subject, Id stream, LocalDate day) {
    Condition which =
        LEDGER_TRANSFER
            .SUBJECT_ID
            .eq(subject)
            .and(LEDGER_TRANSFER.OCCURRED_ON.le(day))
            .and(yardOf(stream));
    return moved(which, LEDGER_POSTING.DEBIT_ACCOUNT_ID)
        - moved(which, LEDGER_POSTING.CREDIT_ACCOUNT_ID);
  }

  /// A receiver's heaps by origin, those that hold anything.
  public List<HeapBalance> ofHeaps(Id receiver, @Nullable Id site, @Nullable String material) {
    return sql.select(
            LEDGER_ACCOUNT.SITE_ID,
            LEDGER_ACCOUNT.MATERIAL_KEY,
            LEDGER_ACCOUNT.STREAM_ID,
            LEDGER_ACCOUNT.GENERATION_YEAR,
            held())
        .from(LEDGER_ACCOUNT)
        .join(LEDGER_BALANCE)
        .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
        .where(heap(receiver, site, material))
        .groupBy(
            LEDGER_ACCOUNT.SITE_ID,
            LEDGER_ACCOUNT.MATERIAL_KEY,
            LEDGER_ACCOUNT.STREAM_ID,
            LEDGER_ACCOUNT.GENERATION_YEAR)
        .having(held().gt(BigDecimal.ZERO))
        .orderBy(
            LEDGER_ACCOUNT.SITE_ID,
            LEDGER_ACCOUNT.MATERIAL_KEY,
            LEDGER_ACCOUNT.STREAM_ID,
            LEDGER_ACCOUNT.GENERATION_YEAR)
        .fetch(Balances::heapBalance);
  }

  /// The same heaps as they stood at the end of a day, by what had occurred until then.
  public List<HeapBalance> ofHeapsAt(
      Id receiver, @Nullable Id site, @Nullable String material, LocalDate day) {
    SequencedMap<Id, HeapBalance> heaps = new LinkedHashMap<>();
    sql.select(
            LEDGER_ACCOUNT.ID,
            LEDGER_ACCOUNT.SITE_ID,
            LEDGER_ACCOUNT.MATERIAL_KEY,
            LEDGER_ACCOUNT.STREAM_ID,
            LEDGER_ACCOUNT.GENERATION_YEAR)
        .from(LEDGER_ACCOUNT)
        .where(heap(receiver, site, material))
        .orderBy(
            LEDGER_ACCOUNT.SITE_ID,
            LEDGER_ACCOUNT.MATERIAL_KEY,
            LEDGER_ACCOUNT.STREAM_ID,
            LEDGER_ACCOUNT.GENERATION_YEAR)
        .forEach(row ->
            heaps.put(
                row.value1(),
                new HeapBalance(row.value2(), row.value3(), row.value4(), row.value5(), 0)));
    Map<Id, Movements.Moved> moved = movements.of(heaps.keySet(), Window.until(day));
    return heaps.entrySet().stream()
        .filter(heap -> moved.containsKey(heap.getKey()))
        .map(heap -> heap.getValue().holding(netOf(moved, heap.getKey())))
        .toList();
  }

  /// What came into a receiver's heap of one material in the days given, both included. A receipt
  /// that was taken back arrived that much less. What happened on a day was not recorded before it,
  /// so nothing older is read.
  public long receivedInHeap(Id receiver, Id site, String material, LocalDate from, LocalDate to) {
    Condition which =
        heap(receiver, site, material)
            .and(LEDGER_TRANSFER.OCCURRED_ON.between(from, to))
            .and(
                LEDGER_POSTING
                    .ID
                    .coerce(Long.class)
                    .gt(recorded.lastPostingBefore(LocalCalendar.startOf(from))));
    return moved(which.and(LEDGER_TRANSFER.REVERSES_ID.isNull()), LEDGER_POSTING.DEBIT_ACCOUNT_ID)
        - moved(
            which.and(LEDGER_TRANSFER.REVERSES_ID.isNotNull()), LEDGER_POSTING.CREDIT_ACCOUNT_ID);
  }

  /// What the transfers of use reports, reversals included, took out of heaps from a day on.
  public long usedFromHeap(Collection<Id> reports, LocalDate from) {
    if (reports.isEmpty()) {
      return 0;
    }
    Condition which =
        LEDGER_TRANSFER
            .SUBJECT_ID
            .in(reports)
            .and(LEDGER_TRANSFER.OCCURRED_ON.ge(from))
            .and(LEDGER_ACCOUNT.KIND.eq(AccountKind.HEAP.code()));
    return moved(which, LEDGER_POSTING.CREDIT_ACCOUNT_ID)
        - moved(which, LEDGER_POSTING.DEBIT_ACCOUNT_ID);
  }

  /// What money accounts hold in which an organisation is owner or counterparty, those that hold
  /// anything, for one counterparty or for all.
  public List<MoneyBalance> ofMoney(Id party, @Nullable Id counterparty) {
    Condition between =
        counterparty == null
            ? LEDGER_ACCOUNT.OWNER_ID.eq(party).or(LEDGER_ACCOUNT.COUNTERPARTY_ID.eq(party))
            : moneyBetween(party, counterparty).or(moneyBetween(counterparty, party));
    return sql.select(
            LEDGER_ACCOUNT.KIND,
            LEDGER_ACCOUNT.OWNER_ID,
            LEDGER_ACCOUNT.COUNTERPARTY_ID,
            LEDGER_ACCOUNT.SUBJECT_ID,
            held())
        .from(LEDGER_ACCOUNT)
        .join(LEDGER_BALANCE)
        .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
        .where(LEDGER_ACCOUNT.UNIT.eq(Unit.MONEY_FEN.code()))
        .and(between)
        .groupBy(
            LEDGER_ACCOUNT.KIND,
            LEDGER_ACCOUNT.OWNER_ID,
            LEDGER_ACCOUNT.COUNTERPARTY_ID,
            LEDGER_ACCOUNT.SUBJECT_ID)
        .having(held().ne(BigDecimal.ZERO))
        .orderBy(
            LEDGER_ACCOUNT.OWNER_ID,
            LEDGER_ACCOUNT.COUNTERPARTY_ID,
            LEDGER_ACCOUNT.KIND,
            LEDGER_ACCOUNT.SUBJECT_ID)
        .fetch(row ->
            new MoneyBalance(
                AccountKind.ofCode(row.value1()),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5().longValueExact()));
  }

  private static Condition moneyBetween(Id owner, Id counterparty) {
    return LEDGER_ACCOUNT.OWNER_ID.eq(owner).and(LEDGER_ACCOUNT.COUNTERPARTY_ID.eq(counterparty));
  }

  /// The postings whose account on that side is meant.
  private long moved(Condition which, Field<Id> side) {
    BigDecimal sum =
        sql.select(DSL.sum(LEDGER_POSTING.AMOUNT))
            .from(LEDGER_POSTING)
            .join(LEDGER_ACCOUNT)
            .on(LEDGER_ACCOUNT.ID.eq(side))
            .join(LEDGER_TRANSFER)
            .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
            .where(which)
            .fetchOneInto(BigDecimal.class);
    return sum == null ? 0 : sum.longValueExact();
  }

  private static Condition yardOf(Id stream) {
    return LEDGER_ACCOUNT.STREAM_ID.eq(stream).and(inYard());
  }

  private static Condition inYard() {
    return LEDGER_ACCOUNT.KIND.in(AccountKind.ON_HAND.code(), AccountKind.UNRECONCILED.code());
  }

  private List<Id> accounts(Condition which) {
    return sql.select(LEDGER_ACCOUNT.ID).from(LEDGER_ACCOUNT).where(which).fetch(LEDGER_ACCOUNT.ID);
  }

  private static long netOf(Map<Id, Movements.Moved> moved, Id account) {
    Movements.Moved found = moved.get(account);
    return found == null ? 0 : found.net();
  }

  private static Condition heap(Id receiver, @Nullable Id site, @Nullable String material) {
    Condition condition =
        LEDGER_ACCOUNT.OWNER_ID.eq(receiver).and(LEDGER_ACCOUNT.KIND.eq(AccountKind.HEAP.code()));
    if (site != null) {
      condition = condition.and(LEDGER_ACCOUNT.SITE_ID.eq(site));
    }
    if (material != null) {
      condition = condition.and(LEDGER_ACCOUNT.MATERIAL_KEY.eq(material));
    }
    return condition;
  }

  private static HeapBalance heapBalance(org.jooq.Record5<Id, String, Id, Short, BigDecimal> row) {
    return new HeapBalance(
        row.value1(), row.value2(), row.value3(), row.value4(), row.value5().longValueExact());
  }

  private static Field<BigDecimal> held() {
    return DSL.sum(LEDGER_BALANCE.DEBIT_TOTAL.minus(LEDGER_BALANCE.CREDIT_TOTAL));
  }

  /// What the accounts of one kind hold of a stream's generation year.
  public record StreamBalance(Id stream, AccountKind kind, int generationYear, long kg) {}

  /// What a heap holds of one origin.
  public record HeapBalance(Id site, String material, Id stream, int generationYear, long kg) {

    /// The same with that much.
    public HeapBalance holding(long held) {
      return new HeapBalance(site, material, stream, generationYear, held);
    }
  }

  /// What a money account holds.
  public record MoneyBalance(
      AccountKind kind, Id owner, Id counterparty, @Nullable Id subject, long fen) {}
}
