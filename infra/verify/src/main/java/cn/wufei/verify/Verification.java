package cn.wufei.verify;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks a whole ledger against `docs/ledger.md`.
final class Verification {

  private Verification() {}

  /// @throws Violation the first thing that is not as it must be
  static Summary check(Arguments arguments, String url)
      throws SQLException, Violation, UsageException {
    ExportedHead exported = null;
    if (arguments.head() != null) {
      exported = ExportedHead.read(arguments.head());
      exported.requireSigned(arguments.trustedKeys());
    }
    try (Snapshot snapshot = Snapshot.take(url, arguments.user(), arguments.password());
        PostingReader postings = PostingReader.start(snapshot.postings())) {
      return check(snapshot, postings, arguments.trustedKeys(), exported);
    }
  }

  private static Summary check(
      Snapshot snapshot,
      PostingReader postings,
      Set<String> trustedKeys,
      @Nullable ExportedHead exported)
      throws SQLException, Violation {
    LedgerReader reader = new LedgerReader(snapshot.rest());
    Accounts accounts = new Accounts();
    Keys keys = new Keys(reader.keys(), trustedKeys);
    HeadRow head = only("ledger_head", snapshot.heads());
    requireId("ledger_head", head.id());
    LedgerReader.DayHeadRow dayHead = only("ledger_day_head", snapshot.dayHeads());
    requireId("ledger_day_head", dayHead.id());
    PostingCheck check = new PostingCheck(accounts, dayHead.lastPosting());

    BlockHeader last = new ChainWalk(reader, postings, check, accounts, keys, exported).walk();

    DerivedTables derived = new DerivedTables(reader, accounts);
    TransferChecks transfers = new TransferChecks(reader);
    transfers.checkTransfers(check.transferIds());
    transfers.checkReversals();
    derived.checkHead(head, last, check.transfers());
    derived.checkBalances();
    derived.checkDays(dayHead.lastPosting(), last.lastPosting(), check.days());
    transfers.checkLoads();
    return new Summary(last, accounts.size(), check.transfers());
  }

  private static <R> R only(String table, List<R> rows) throws Violation {
    if (rows.size() != 1) {
      throw new Violation("%s: it has %d rows and must have one".formatted(table, rows.size()));
    }
    return rows.getFirst();
  }

  private static void requireId(String table, long id) throws Violation {
    if (id != 1) {
      throw new Violation("%s: %s".formatted(table, Violation.column("id", id, 1)));
    }
  }

  /// What was found in order.
  record Summary(BlockHeader last, int accounts, long transfers) {}
}
