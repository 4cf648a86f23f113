package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_BALANCE;
import static cn.wufei.exchange.db.Tables.LEDGER_HEAD;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.LedgerAccount;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;

@Singleton
class LedgerStore {

  private static final Id HEAD = Id.of(1);

  private final DSLContext sql;

  LedgerStore(DSLContext sql) {
    this.sql = sql;
  }

  void lockHead() {
    sql.select(LEDGER_HEAD.TRANSFERS)
        .from(LEDGER_HEAD)
        .where(LEDGER_HEAD.ID.eq(HEAD))
        .forUpdate()
        .fetchOne();
  }

  @Nullable Transfer findTransfer(String reference) {
    return sql.selectFrom(LEDGER_TRANSFER)
        .where(LEDGER_TRANSFER.REFERENCE.eq(reference))
        .fetchOne(row ->
            new Transfer(
                row.getId(),
                TransferKind.valueOf(
                    row.getKind().toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                row.getReference(),
                row.getOccurredAt(),
                row.getRecordedAt()));
  }

  /// Whether a transfer that is there says what the draft says.
  boolean isSame(Transfer earlier, TransferDraft draft) {
    LedgerAccount debit = LEDGER_ACCOUNT.as("debit");
    LedgerAccount credit = LEDGER_ACCOUNT.as("credit");
    List<String> there =
        sql.select(credit.ACCOUNT_KEY, debit.ACCOUNT_KEY, LEDGER_POSTING.AMOUNT)
            .from(LEDGER_POSTING)
            .join(debit)
            .on(debit.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
            .join(credit)
            .on(credit.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID))
            .where(LEDGER_POSTING.TRANSFER_ID.eq(earlier.id()))
            .orderBy(LEDGER_POSTING.LINE)
            .fetch(row -> row.value1() + ">" + row.value2() + ">" + row.value3());
    List<String> asked =
        draft.moves().stream()
            .map(move -> move.from().text() + ">" + move.to().text() + ">" + move.amount())
            .toList();
    return earlier.kind() == draft.kind()
        && earlier.occurredAt().equals(draft.occurredAt())
        && there.equals(asked);
  }

  Id openOrFind(AccountKey key, Instant now) {
    Record1<Id> found =
        sql.select(LEDGER_ACCOUNT.ID)
            .from(LEDGER_ACCOUNT)
            .where(LEDGER_ACCOUNT.ACCOUNT_KEY.eq(key.text()))
            .fetchOne();
    if (found != null) {
      return found.value1();
    }
    Id id = Id.next();
    sql.insertInto(LEDGER_ACCOUNT)
        .set(LEDGER_ACCOUNT.ID, id)
        .set(LEDGER_ACCOUNT.ACCOUNT_KEY, key.text())
        .set(LEDGER_ACCOUNT.UNIT, key.kind().unit().code())
        .set(LEDGER_ACCOUNT.KIND, key.kind().code())
        .set(LEDGER_ACCOUNT.OWNER_ID, key.owner())
        .set(LEDGER_ACCOUNT.SUBJECT_ID, key.subject())
        .set(LEDGER_ACCOUNT.SITE_ID, key.site())
        .set(LEDGER_ACCOUNT.STREAM_ID, key.stream())
        .set(LEDGER_ACCOUNT.MATERIAL_KEY, key.material())
        .set(
            LEDGER_ACCOUNT.GENERATION_YEAR,
            key.generationYear() == null ? null : key.generationYear().shortValue())
        .set(LEDGER_ACCOUNT.OPENED_AT, now)
        .set(LEDGER_ACCOUNT.COUNTERPARTY_ID, key.counterparty())
        .set(LEDGER_ACCOUNT.LIMITED, (short) (key.kind().limited() ? 1 : 0))
        .set(LEDGER_ACCOUNT.ACCOUNT_NUMBER, nextNumber(LEDGER_HEAD.LAST_ACCOUNT))
        .execute();
    sql.insertInto(LEDGER_BALANCE)
        .set(LEDGER_BALANCE.ACCOUNT_ID, id)
        .set(LEDGER_BALANCE.LIMITED, (short) (key.kind().limited() ? 1 : 0))
        .set(LEDGER_BALANCE.DEBIT_TOTAL, 0L)
        .set(LEDGER_BALANCE.CREDIT_TOTAL, 0L)
        .execute();
    return id;
  }

  private long nextNumber(org.jooq.TableField<?, Long> counter) {
    sql.update(LEDGER_HEAD).set(counter, counter.plus(1)).where(LEDGER_HEAD.ID.eq(HEAD)).execute();
    return sql.select(counter)
        .from(LEDGER_HEAD)
        .where(LEDGER_HEAD.ID.eq(HEAD))
        .fetchSingle()
        .value1();
  }

  /// Locks the accounts' balances in id order.
  Map<Id, Long> lockBalances(Collection<Id> accounts) {
    return sql.select(
            LEDGER_BALANCE.ACCOUNT_ID, LEDGER_BALANCE.DEBIT_TOTAL, LEDGER_BALANCE.CREDIT_TOTAL)
        .from(LEDGER_BALANCE)
        .where(LEDGER_BALANCE.ACCOUNT_ID.in(accounts))
        .orderBy(LEDGER_BALANCE.ACCOUNT_ID)
        .forUpdate()
        .fetchMap(row -> row.value1(), row -> row.value2() - row.value3());
  }

  void insert(Transfer transfer, TransferDraft draft, Map<AccountKey, Id> accounts) {
    sql.insertInto(LEDGER_TRANSFER)
        .set(LEDGER_TRANSFER.ID, transfer.id())
        .set(LEDGER_TRANSFER.KIND, transfer.kind().code())
        .set(LEDGER_TRANSFER.REFERENCE, transfer.reference())
        .set(LEDGER_TRANSFER.ORGANISATION_ID, draft.organisation())
        .set(LEDGER_TRANSFER.SUBJECT_ID, draft.subject())
        .set(LEDGER_TRANSFER.OCCURRED_AT, draft.occurredAt())
        .set(LEDGER_TRANSFER.OCCURRED_ON, LocalCalendar.dayOf(draft.occurredAt()))
        .set(LEDGER_TRANSFER.RECORDED_AT, transfer.recordedAt())
        .execute();
    List<Query> statements = new ArrayList<>();
    Map<Id, Long> held = new java.util.HashMap<>(lockBalances(accounts.values()));
    short line = 0;
    for (Move move : draft.moves()) {
      Id debit = accountId(accounts, move.to());
      Id credit = accountId(accounts, move.from());
      held.merge(debit, move.amount(), Math::addExact);
      held.merge(credit, -move.amount(), Math::addExact);
      statements.add(
          sql.insertInto(LEDGER_POSTING)
              .set(LEDGER_POSTING.ID, Id.of(nextNumber(LEDGER_HEAD.LAST_POSTING)))
              .set(LEDGER_POSTING.TRANSFER_ID, transfer.id())
              .set(LEDGER_POSTING.LINE, ++line)
              .set(LEDGER_POSTING.UNIT, move.to().kind().unit().code())
              .set(LEDGER_POSTING.DEBIT_ACCOUNT_ID, debit)
              .set(LEDGER_POSTING.CREDIT_ACCOUNT_ID, credit)
              .set(LEDGER_POSTING.AMOUNT, move.amount())
              .set(LEDGER_POSTING.DEBIT_AFTER, held.get(debit))
              .set(LEDGER_POSTING.CREDIT_AFTER, held.get(credit)));
      statements.add(
          sql.update(LEDGER_BALANCE)
              .set(LEDGER_BALANCE.DEBIT_TOTAL, LEDGER_BALANCE.DEBIT_TOTAL.plus(move.amount()))
              .where(LEDGER_BALANCE.ACCOUNT_ID.eq(debit)));
      statements.add(
          sql.update(LEDGER_BALANCE)
              .set(LEDGER_BALANCE.CREDIT_TOTAL, LEDGER_BALANCE.CREDIT_TOTAL.plus(move.amount()))
              .where(LEDGER_BALANCE.ACCOUNT_ID.eq(credit)));
    }
    statements.add(
        sql.update(LEDGER_HEAD)
            .set(LEDGER_HEAD.TRANSFERS, LEDGER_HEAD.TRANSFERS.plus(1))
            .where(LEDGER_HEAD.ID.eq(HEAD)));
    statements.forEach(Query::execute);
  }

  SequencedMap<Integer, Long> onHandByYear(AccountKey.Origin origin) {
    return byYear(origin, AccountKind.ON_HAND, 1);
  }

  /// What left unrecorded, as positive kilograms.
  SequencedMap<Integer, Long> unreconciledByYear(AccountKey.Origin origin) {
    return byYear(origin, AccountKind.UNRECONCILED, -1);
  }

  private SequencedMap<Integer, Long> byYear(AccountKey.Origin origin, AccountKind kind, int sign) {
    var rows =
        sql.select(
                LEDGER_ACCOUNT.GENERATION_YEAR,
                LEDGER_BALANCE.DEBIT_TOTAL,
                LEDGER_BALANCE.CREDIT_TOTAL)
            .from(LEDGER_ACCOUNT)
            .join(LEDGER_BALANCE)
            .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
            .where(LEDGER_ACCOUNT.STREAM_ID.eq(origin.stream()))
            .and(LEDGER_ACCOUNT.KIND.eq(kind.code()))
            .and(LEDGER_ACCOUNT.SITE_ID.eq(origin.site()))
            .orderBy(LEDGER_ACCOUNT.GENERATION_YEAR)
            .fetch();
    SequencedMap<Integer, Long> years = new java.util.LinkedHashMap<>();
    rows.forEach(
        row -> years.merge((int) row.value1(), sign * (row.value2() - row.value3()), Long::sum));
    return years;
  }

  private static Id accountId(Map<AccountKey, Id> accounts, AccountKey key) {
    Id id = accounts.get(key);
    if (id == null) {
      throw new IllegalStateException("an account was not opened: " + key.text());
    }
    return id;
  }
}
