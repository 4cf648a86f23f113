package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_BALANCE;
import static cn.wufei.exchange.db.Tables.LEDGER_CLOSING;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.LedgerAccount;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.chain.Leaves;
import cn.wufei.exchange.sql.Failures;
import cn.wufei.exchange.sql.ManyRows;
import cn.wufei.exchange.sql.Script;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jooq.DSLContext;

@Singleton
class LedgerStore {

  private static final List<String> ACCOUNT =
      List.of(
          "id",
          "account_number",
          "account_key",
          "unit",
          "kind",
          "owner_id",
          "subject_id",
          "counterparty_id",
          "site_id",
          "stream_id",
          "material_key",
          "generation_year",
          "limited",
          "opened_at");
  private static final List<String> TRANSFER =
      List.of(
          "id",
          "kind",
          "reference",
          "organisation_id",
          "subject_id",
          "occurred_at",
          "occurred_on",
          "recorded_at",
          "reverses_id");
  private static final List<String> POSTING =
      List.of(
          "id",
          "transfer_id",
          "line",
          "unit",
          "debit_account_id",
          "credit_account_id",
          "amount",
          "debit_after",
          "credit_after");
  private static final List<String> BALANCE =
      List.of("account_id", "limited", "closed", "debit_total", "credit_total");
  private static final String REFERENCE = "uq_ledger_transfer_reference";
  private static final String FIND_TRANSFERS =
      "select id, kind, reference, occurred_at, recorded_at from ledger_transfer where reference in (";
  private static final String REPLACE_TOTALS =
      "on duplicate key update debit_total = values(debit_total), credit_total ="
          + " values(credit_total)";

  private final DSLContext sql;

  LedgerStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The transfers that have one of the references, by reference.
  Map<String, Transfer> findTransfers(List<String> references) {
    Map<String, Transfer> found = new HashMap<>();
    sql.connection(connection -> {
      String query = FIND_TRANSFERS + "?" + ", ?".repeat(references.size() - 1) + ")";
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        for (int i = 0; i < references.size(); i++) {
          statement.setString(i + 1, references.get(i));
        }
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            Transfer transfer =
                new Transfer(
                    Id.of(row.getLong(1)),
                    TransferKind.ofCode(row.getString(2)),
                    row.getString(3),
                    row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC));
            found.put(transfer.reference(), transfer);
          }
        }
      }
    });
    return found;
  }

  /// Whether a transfer that is there says what the draft says. A draft of something that happened
  /// while its block was open was posted as of the block's time.
  boolean isSame(Transfer earlier, TransferDraft draft) {
    Instant occurredAt =
        draft.occurredAt().isAfter(earlier.recordedAt())
            ? earlier.recordedAt()
            : draft.occurredAt();
    return earlier.kind() == draft.kind()
        && earlier.occurredAt().equals(occurredAt)
        && isOfSame(earlier, draft)
        && movesOf(earlier)
            .equals(
                draft.moves().stream()
                    .map(move -> move.from().text() + ">" + move.to().text() + ">" + move.amount())
                    .toList());
  }

  private boolean isOfSame(Transfer earlier, TransferDraft draft) {
    return sql.fetchExists(
        sql.selectOne()
            .from(LEDGER_TRANSFER)
            .where(LEDGER_TRANSFER.ID.eq(earlier.id()))
            .and(LEDGER_TRANSFER.ORGANISATION_ID.eq(draft.organisation()))
            .and(LEDGER_TRANSFER.SUBJECT_ID.eq(draft.subject()))
            .and(
                draft.reverses() == null
                    ? LEDGER_TRANSFER.REVERSES_ID.isNull()
                    : LEDGER_TRANSFER.REVERSES_ID.eq(draft.reverses())));
  }

  private List<String> movesOf(Transfer transfer) {
    LedgerAccount debit = LEDGER_ACCOUNT.as("debit");
    LedgerAccount credit = LEDGER_ACCOUNT.as("credit");
    return sql.select(credit.ACCOUNT_KEY, debit.ACCOUNT_KEY, LEDGER_POSTING.AMOUNT)
        .from(LEDGER_POSTING)
        .join(debit)
        .on(debit.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
        .join(credit)
        .on(credit.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID))
        .where(LEDGER_POSTING.TRANSFER_ID.eq(transfer.id()))
        .orderBy(LEDGER_POSTING.LINE)
        .fetch(row -> row.value1() + ">" + row.value2() + ">" + row.value3());
  }

  /// The accounts that have one of the keys, by key.
  Map<String, Id> findAccounts(Collection<String> keys) {
    return sql.select(LEDGER_ACCOUNT.ACCOUNT_KEY, LEDGER_ACCOUNT.ID)
        .from(LEDGER_ACCOUNT)
        .where(LEDGER_ACCOUNT.ACCOUNT_KEY.in(keys))
        .fetchMap(LEDGER_ACCOUNT.ACCOUNT_KEY, LEDGER_ACCOUNT.ID);
  }

  /// Adds what the accounts hold, unless the map has it already.
  void loadBalances(Map<Id, Balance> balances, Collection<Id> accounts) {
    List<Id> missing = accounts.stream().filter(id -> !balances.containsKey(id)).toList();
    if (missing.isEmpty()) {
      return;
    }
    sql.select(
            LEDGER_BALANCE.ACCOUNT_ID,
            LEDGER_BALANCE.LIMITED,
            LEDGER_BALANCE.CLOSED,
            LEDGER_BALANCE.DEBIT_TOTAL,
            LEDGER_BALANCE.CREDIT_TOTAL)
        .from(LEDGER_BALANCE)
        .where(LEDGER_BALANCE.ACCOUNT_ID.in(missing))
        .forEach(row ->
            balances.put(
                row.value1(),
                new Balance(row.value2() != 0, row.value3() != 0, row.value4(), row.value5())));
  }

  /// Writes what is to be recorded, with one statement for each table.
  void insert(Entries entries) {
    sql.connection(connection -> script(entries).execute(connection));
  }

  /// The same for at most a thousand transfers. False, and nothing is written, when one of the
  /// references is taken.
  boolean insertNew(Entries entries) {
    return sql.connectionResult(connection -> {
      try {
        script(entries).execute(connection);
        return true;
      } catch (SQLException e) {
        if (Failures.isDuplicate(e, REFERENCE)) {
          return false;
        }
        throw e;
      }
    });
  }

  /// Transfers come first: nothing else is written when one of them is not.
  private static Script script(Entries entries) {
    ManyRows transfers = new ManyRows("ledger_transfer", TRANSFER, "");
    entries.transfers().forEach(row -> add(transfers, row));
    ManyRows accounts = new ManyRows("ledger_account", ACCOUNT, "");
    entries.accounts().forEach(row -> add(accounts, row));
    ManyRows balances = new ManyRows("ledger_balance", BALANCE, REPLACE_TOTALS);
    entries
        .balances()
        .forEach((id, balance) ->
            balances.add(
                id,
                balance.isLimited(),
                balance.isClosed(),
                balance.debitTotal(),
                balance.creditTotal()));
    ManyRows postings = new ManyRows("ledger_posting", POSTING, "");
    entries.lines().forEach(line -> add(postings, line.transferId(), line.posting()));
    return new Script().add(transfers).add(accounts).add(balances).add(postings);
  }

  void close(Id account, long blockNumber, Instant closedAt) {
    sql.insertInto(LEDGER_CLOSING)
        .set(LEDGER_CLOSING.ACCOUNT_ID, account)
        .set(LEDGER_CLOSING.BLOCK_NUMBER, blockNumber)
        .set(LEDGER_CLOSING.CLOSED_AT, closedAt)
        .execute();
    sql.update(LEDGER_BALANCE)
        .set(LEDGER_BALANCE.CLOSED, (short) 1)
        .where(LEDGER_BALANCE.ACCOUNT_ID.eq(account))
        .execute();
  }

  private static void add(ManyRows rows, Leaves.Account row) {
    rows.add(
        row.id(),
        row.number(),
        row.key(),
        row.unit(),
        row.kind(),
        row.ownerId(),
        row.subjectId(),
        row.counterpartyId(),
        row.siteId(),
        row.streamId(),
        row.materialKey(),
        row.generationYear(),
        row.limited(),
        row.openedAt());
  }

  private static void add(ManyRows rows, Leaves.Transfer row) {
    rows.add(
        row.id(),
        row.kind(),
        row.reference(),
        row.organisationId(),
        row.subjectId(),
        row.occurredAt(),
        row.occurredOn(),
        row.recordedAt(),
        row.reversesId());
  }

  private static void add(ManyRows rows, Id transferId, Leaves.Posting row) {
    rows.add(
        row.number(),
        transferId,
        row.line(),
        row.unit(),
        row.debitAccountId(),
        row.creditAccountId(),
        row.amount(),
        row.debitAfter(),
        row.creditAfter());
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
}
