package cn.wufei.verify;

import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Checks that each transfer has postings and a reference of its own, that one which takes another
/// back mirrors it, and that loads and transfers tell the same of a truck.
final class TransferChecks {

  private static final String TRANSFERS =
      "select id, reference from ledger_transfer order by reference";
  private static final String WITHOUT_POSTINGS =
      "select t.id from ledger_transfer t left join ledger_posting p on p.transfer_id = t.id"
          + " where p.id is null order by t.id limit 1";

  /// A transfer that a later one takes back proves nothing any more.
  private static final String NOT_REVERSED =
      "t.reverses_id is null and not exists (select 1 from ledger_transfer r where r.reverses_id = t.id)";

  private static final String REVERSES_NOTHING =
      "select t.id, t.reverses_id from ledger_transfer t"
          + " left join ledger_transfer o on o.id = t.reverses_id"
          + " where t.reverses_id is not null and (o.id is null or o.id = t.id)"
          + " order by t.id limit 1";
  private static final String REVERSED_TWICE =
      "select reverses_id from ledger_transfer where reverses_id is not null"
          + " group by reverses_id having count(*) > 1 order by reverses_id limit 1";

  /// A reversal may hold more than the mirror, and promises have none. Equal postings are counted.
  private static final String MIRROR_LACKING =
      """
      select t.id, t.reverses_id, o.id from ledger_transfer t
        join ledger_posting o on o.transfer_id = t.reverses_id
        where t.reverses_id is not null and o.unit <> 'commitment-kg'
          and (select count(*) from ledger_posting m where m.transfer_id = t.id
              and m.debit_account_id = o.credit_account_id
              and m.credit_account_id = o.debit_account_id and m.amount = o.amount)
            < (select count(*) from ledger_posting s where s.transfer_id = o.transfer_id
              and s.debit_account_id = o.debit_account_id
              and s.credit_account_id = o.credit_account_id and s.amount = o.amount)
        order by t.id, o.id limit 1
      """;

  private static final String LOAD_NOT_EMPTY =
      "select a.account_number, l.id, l.status, b.debit_total - b.credit_total from transfer_load l"
          + " join ledger_account a on a.subject_id = l.id and a.kind = 'in-transit'"
          + " join ledger_balance b on b.account_id = a.id"
          + " where l.status <> 'in-transit' and b.debit_total <> b.credit_total limit 1";

  private final LedgerReader reader;

  TransferChecks(LedgerReader reader) {
    this.reader = reader;
  }

  /// @param posted of the ids of the transfers that have postings, each once
  void checkTransfers(Fingerprint posted) throws SQLException, Violation {
    Fingerprint found = posted.twin();
    byte[][] before = {new byte[0]};
    reader.each(
        TRANSFERS,
        row -> {
          byte[] reference = row.getBytes(2);
          if (Arrays.equals(before[0], reference)) {
            throw new Violation(
                "transfer %d: its reference is that of another one".formatted(row.getLong(1)));
          }
          before[0] = reference;
          found.add(row.getLong(1), 0, 1);
        });
    if (!found.isSameAs(posted)) {
      Long empty = reader.first(WITHOUT_POSTINGS, row -> row.getLong(1));
      throw new Violation(
          empty == null
              ? "ledger_transfer: the postings of a transfer do not stand together"
              : "transfer %d: it has no postings".formatted(empty));
    }
  }

  /// A transfer is taken back once at most, by one that names it and mirrors its mass and money.
  void checkReversals() throws SQLException, Violation {
    throwIf(
        reader.first(
            REVERSES_NOTHING,
            row ->
                new Violation(
                    "transfer %d: it takes back transfer %d, which is not there or is itself"
                        .formatted(row.getLong(1), row.getLong(2)))));
    throwIf(
        reader.first(
            REVERSED_TWICE,
            row ->
                new Violation(
                    "transfer %d: it is taken back more than once".formatted(row.getLong(1)))));
    throwIf(
        reader.first(
            MIRROR_LACKING,
            row ->
                new Violation(
                    "transfer %d: it takes back transfer %d, but does not mirror its posting %d"
                        .formatted(row.getLong(1), row.getLong(2), row.getLong(3)))));
  }

  void checkLoads() throws SQLException, Violation {
    checkLoads("load-received", "received");
    checkLoads("load-refused", "refused");
    Violation notEmpty =
        reader.first(
            LOAD_NOT_EMPTY,
            row ->
                Violation.inAccount(
                    row.getLong(1),
                    "it holds %d kg in transit, but its load %s is %s"
                        .formatted(
                            row.getLong(4), Base32.format(row.getLong(2)), row.getString(3))));
    throwIf(notEmpty);
  }

  private void checkLoads(String kind, String status) throws SQLException, Violation {
    String transferWithoutLoad =
        """
        select t.id, t.subject_id from ledger_transfer t
          left join transfer_load l on l.id = t.subject_id
          where t.kind = '%s' and (l.id is null or l.status <> '%s') and %s limit 1
        """
            .formatted(kind, status, NOT_REVERSED);
    throwIf(
        reader.first(
            transferWithoutLoad,
            row ->
                new Violation(
                    "transfer %d: it is %s, but its load %s is not %s"
                        .formatted(row.getLong(1), kind, Base32.format(row.getLong(2)), status))));
    String loadWithoutTransfer =
        """
        select l.id from transfer_load l
          where l.status = '%s' and not exists (
            select 1 from ledger_transfer t where t.subject_id = l.id and t.kind = '%s' and %s)
          limit 1
        """
            .formatted(status, kind, NOT_REVERSED);
    throwIf(
        reader.first(
            loadWithoutTransfer,
            row ->
                new Violation(
                    "load %s: it is %s, but has no transfer %s that stands"
                        .formatted(Base32.format(row.getLong(1)), status, kind))));
    String loadTwice =
        """
        select t.subject_id from ledger_transfer t
          where t.kind = '%s' and %s group by t.subject_id having count(*) > 1 limit 1
        """
            .formatted(kind, NOT_REVERSED);
    throwIf(
        reader.first(
            loadTwice,
            row ->
                new Violation(
                    "load %s: it has two transfers %s"
                        .formatted(Base32.format(row.getLong(1)), kind))));
  }

  private static void throwIf(@Nullable Violation violation) throws Violation {
    if (violation != null) {
      throw violation;
    }
  }
}
