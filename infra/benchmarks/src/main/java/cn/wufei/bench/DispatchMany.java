package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.BlockCommitter;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.sql.ManyRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;

/// Puts loads on the road: the rows and postings of a dispatch, many at a time, as the API takes
/// them one by one.
final class DispatchMany {

  static final long NET_KG = 31_000;
  static final long TARE_KG = 17_000;

  private static final int AT_ONCE = 500;
  private static final List<String> LOAD =
      List.of(
          "id",
          "number",
          "version",
          "status",
          "agreement_id",
          "agreement_number",
          "stream_id",
          "material_key",
          "seller_id",
          "buyer_id",
          "seller_site_id",
          "buyer_site_id",
          "plate",
          "origin_ticket",
          "origin_gross_kg",
          "origin_tare_kg",
          "dispatched_at",
          "beyond_stock_kg",
          "beyond_agreement_kg");
  private static final List<String> PART = List.of("load_id", "generation_year", "origin_kg");

  private final BlockCommitter blocks;
  private final Journal journal;
  private final DSLContext sql;
  private final TradeSetUp.Trade trade;
  private final Instant leftAt;
  private final int year;

  DispatchMany(Exchange exchange, TradeSetUp.Trade trade, Instant leftAt) {
    this.blocks = exchange.bean(BlockCommitter.class);
    this.journal = exchange.bean(Journal.class);
    this.sql = exchange.bean(DSLContext.class);
    this.trade = trade;
    this.leftAt = leftAt;
    this.year = LocalCalendar.dayOf(leftAt).getYear();
  }

  /// The ids of that many loads that are on their way.
  List<Id> run(int loads) {
    List<Id> ids = new ArrayList<>();
    while (ids.size() < loads) {
      int first = ids.size();
      int count = Math.min(AT_ONCE, loads - first);
      blocks.commit(() -> dispatched(first, count)).map(ids::addAll);
    }
    return ids;
  }

  private Outcome<List<Id>> dispatched(int first, int count) {
    List<Id> ids = new ArrayList<>();
    List<TransferDraft> drafts = new ArrayList<>();
    ManyRows rows = new ManyRows("transfer_load", LOAD, "");
    ManyRows parts = new ManyRows("transfer_load_part", PART, "");
    for (int i = first; i < first + count; i++) {
      Id id = Id.next();
      ids.add(id);
      TradeSetUp.Agreed agreed = trade.agreements().get(i % trade.agreements().size());
      drafts.add(draft(id, agreed));
      addRow(rows, id, i, agreed);
      parts.add(id, year, NET_KG);
    }
    for (Outcome<Transfer> outcome : journal.postAll(drafts)) {
      if (!(outcome instanceof Outcome.Done<Transfer>)) {
        throw new IllegalStateException("a load could not leave: " + outcome);
      }
    }
    sql.connection(connection -> {
      rows.execute(connection);
      parts.execute(connection);
    });
    return Outcome.done(ids);
  }

  private TransferDraft draft(Id id, TradeSetUp.Agreed agreed) {
    AccountKey.Origin origin = trade.origin();
    return TransferDraft.once(
        TransferKind.LOAD_DISPATCHED,
        origin.owner(),
        id,
        leftAt,
        List.of(
            new Move(
                AccountKey.stock(AccountKind.UNRECONCILED, origin, year),
                AccountKey.load(AccountKind.IN_TRANSIT, origin, id, year),
                NET_KG),
            new Move(
                AccountKey.commitment(AccountKind.RESERVED, origin.owner(), agreed.id()),
                AccountKey.commitment(AccountKind.FULFILLED, origin.owner(), agreed.id()),
                NET_KG)));
  }

  private void addRow(ManyRows rows, Id id, int number, TradeSetUp.Agreed agreed) {
    AccountKey.Origin origin = trade.origin();
    rows.add(
        id,
        String.format(Locale.ROOT, "B%d-%06d", year, number),
        1,
        "in-transit",
        agreed.id(),
        agreed.number(),
        origin.stream(),
        origin.material(),
        origin.owner(),
        trade.buyer(),
        origin.site(),
        trade.buyerSite(),
        "\u9c81C" + (10_000 + number % 80_000),
        "P-" + number,
        TARE_KG + NET_KG,
        TARE_KG,
        leftAt,
        NET_KG,
        0);
  }
}
