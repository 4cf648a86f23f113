package cn.wufei.exchange.ledger.book;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_BALANCE;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// What left a stream's yard beyond the recorded stock and is not cleared yet. The oldest is
/// cleared first, so what is open is what left last. Of each load and entry counts what it took
/// less what it brought back: what was returned, refused or taken back is gone no more.
@Singleton
@Connectable
@WritesSql(because = "it is the public face of the ledger, named for what it gives")
public class Departures {

  /// How many departures are read at most, of each generation year.
  static final int NAMED_MAX = 200;

  private final DSLContext sql;

  Departures(DSLContext sql) {
    this.sql = sql;
  }

  /// The departures that are open, oldest first; where there are too many the oldest are left out.
  public List<Departure> openOf(Id stream) {
    List<Departure> open = new ArrayList<>();
    sql.select(LEDGER_ACCOUNT.ID, LEDGER_BALANCE.CREDIT_TOTAL.minus(LEDGER_BALANCE.DEBIT_TOTAL))
        .from(LEDGER_ACCOUNT)
        .join(LEDGER_BALANCE)
        .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
        .where(LEDGER_ACCOUNT.STREAM_ID.eq(stream))
        .and(LEDGER_ACCOUNT.KIND.eq(AccountKind.UNRECONCILED.code()))
        .and(LEDGER_BALANCE.CREDIT_TOTAL.gt(LEDGER_BALANCE.DEBIT_TOTAL))
        .orderBy(LEDGER_ACCOUNT.GENERATION_YEAR)
        .fetch(row -> row)
        .forEach(row -> open.addAll(covering(latest(row.value1()), row.value2())));
    return open;
  }

  /// The latest departures, as far as they make up what is open, oldest first.
  static List<Departure> covering(List<Departure> latestFirst, long openKg) {
    List<Departure> open = new ArrayList<>();
    long rest = openKg;
    for (Departure departure : latestFirst) {
      if (rest <= 0) {
        break;
      }
      long part = Math.min(rest, departure.kg());
      open.add(departure.of(part));
      rest -= part;
    }
    return open.reversed();
  }

  private List<Departure> latest(Id unreconciled) {
    Map<Id, Departure> latest = new LinkedHashMap<>();
    sql.select(
            LEDGER_POSTING.ID,
            LEDGER_TRANSFER.KIND,
            LEDGER_TRANSFER.SUBJECT_ID,
            LEDGER_TRANSFER.OCCURRED_ON)
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .where(LEDGER_POSTING.CREDIT_ACCOUNT_ID.eq(unreconciled))
        .orderBy(LEDGER_POSTING.ID.desc())
        .limit(NAMED_MAX)
        .fetch(
            row -> new Departure(row.value1().value(), row.value2(), row.value3(), row.value4(), 0))
        .forEach(left -> latest.merge(left.subjectId(), left, Departure::asTold));
    Map<Id, Long> goneKg = goneOf(latest.keySet(), unreconciled);
    return latest.values().stream()
        .map(left -> left.of(goneKg.getOrDefault(left.subjectId(), 0L)))
        .filter(left -> left.kg() > 0)
        .toList();
  }

  private Map<Id, Long> goneOf(Collection<Id> subjects, Id unreconciled) {
    Field<Long> gone =
        DSL.when(LEDGER_POSTING.CREDIT_ACCOUNT_ID.eq(unreconciled), LEDGER_POSTING.AMOUNT)
            .otherwise(LEDGER_POSTING.AMOUNT.neg());
    return sql.select(LEDGER_TRANSFER.SUBJECT_ID, DSL.sum(gone))
        .from(LEDGER_TRANSFER)
        .join(LEDGER_POSTING)
        .on(LEDGER_POSTING.TRANSFER_ID.eq(LEDGER_TRANSFER.ID))
        .where(LEDGER_TRANSFER.SUBJECT_ID.in(subjects))
        .and(
            LEDGER_POSTING
                .CREDIT_ACCOUNT_ID
                .eq(unreconciled)
                .or(LEDGER_POSTING.DEBIT_ACCOUNT_ID.eq(unreconciled)))
        .groupBy(LEDGER_TRANSFER.SUBJECT_ID)
        .fetchMap(row -> row.value1(), row -> row.value2().longValueExact());
  }

  /// Tonnes that left.
  ///
  /// @param posting its number
  /// @param kind code of the transfer's kind
  /// @param subjectId the load or the stream entry
  /// @param kg how much of it is open
  public record Departure(long posting, String kind, Id subjectId, LocalDate occurredOn, long kg) {

    /// The same as the earlier of the two tells it when this one only takes something back.
    Departure asTold(Departure earlier) {
      return kind.equals(TransferKind.REVERSAL.code()) ? earlier : this;
    }

    Departure of(long part) {
      return new Departure(posting, kind, subjectId, occurredOn, part);
    }
  }
}
