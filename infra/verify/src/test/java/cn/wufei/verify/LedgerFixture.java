package cn.wufei.verify;

import static cn.wufei.verify.LedgerGenerator.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A small ledger with all that a ledger can have: three units, transfers of several lines, one
/// taken back, closings, two keys, loads, and a first block that seals what was there before.
final class LedgerFixture {

  static final SigningKey FIRST_KEY = SigningKey.of(1);
  static final SigningKey SECOND_KEY = SigningKey.of(2);
  static final long RECEIVED_LOAD = 501;
  static final long MOVING_LOAD = 502;
  static final long VOIDED_LOAD = 503;

  final LedgerGenerator ledger;
  final List<LedgerGenerator.Block> blocks = new ArrayList<>();
  final long issued;
  final long available;
  final long reserved;
  final long generated;
  final long onHand;
  final long money;
  final long owed;
  private long heap;
  private boolean hasLoads;

  private LedgerFixture(SigningKey key, long offeredKg) {
    ledger = new LedgerGenerator(key);
    issued = ledger.open("commitment-kg", "issued", false);
    available = ledger.open("commitment-kg", "available", true);
    reserved = ledger.open("commitment-kg", "reserved", true, 401L, null);
    Rows.Transfer published =
        ledger.transfer("lot-published", 301, null, move(issued, available, offeredKg));
    // Recorded before there were blocks, the day before in China.
    long before = ledger.now() - Duration.ofDays(1).toNanos() / 1_000;
    ledger.change(
        published,
        published.occurring(before - 5, LedgerGenerator.chinaDay(before - 5)).recorded(before));
    ledger.transfer(
        "agreement-reserved",
        401,
        null,
        move(available, reserved, 30_000),
        move(reserved, available, 1_000));
    blocks.add(ledger.seal());
    generated = ledger.open("mass-kg", "generated", false, 12L, null);
    onHand = ledger.open("mass-kg", "on-hand", true, 12L, null);
    money = ledger.open("money-fen", "receivable", false, 401L, 8L);
    owed = ledger.open("money-fen", "payable", false, 401L, 7L);
    ledger.transfer("generation", 12, null, move(generated, onHand, 90_000));
    Rows.Transfer wrong = ledger.transfer("billed", 401, null, move(owed, money, 123_456));
    ledger.transfer("billed", 401, wrong.id(), move(money, owed, 123_456));
    blocks.add(ledger.seal());
  }

  /// Five blocks.
  static LedgerFixture whole() {
    LedgerFixture fixture = shorter();
    fixture.addLoads();
    fixture.addLast();
    return fixture;
  }

  /// The first two blocks of the same ledger.
  static LedgerFixture shorter() {
    return new LedgerFixture(FIRST_KEY, 50_000);
  }

  /// Another story, of as many blocks.
  static LedgerFixture another(SigningKey key) {
    LedgerFixture fixture = new LedgerFixture(key, 50_001);
    fixture.addLoads();
    fixture.addLast();
    return fixture;
  }

  private void addLoads() {
    hasLoads = true;
    long received = ledger.open("mass-kg", "in-transit", true, RECEIVED_LOAD, null);
    long moving = ledger.open("mass-kg", "in-transit", true, MOVING_LOAD, null);
    long voided = ledger.open("mass-kg", "in-transit", true, VOIDED_LOAD, null);
    heap = ledger.open("mass-kg", "heap", true, 12L, null);
    ledger.transfer("load-dispatched", RECEIVED_LOAD, null, move(onHand, received, 20_000));
    ledger.transfer("load-dispatched", MOVING_LOAD, null, move(onHand, moving, 10_000));
    // Through less than nothing within a transfer.
    ledger.transfer(
        "load-received",
        RECEIVED_LOAD,
        null,
        move(received, heap, 20_100),
        move(generated, received, 100));
    ledger.transfer("load-dispatched", VOIDED_LOAD, null, move(onHand, voided, 5_000));
    Rows.Transfer taken =
        ledger.transfer("load-received", VOIDED_LOAD, null, move(voided, heap, 5_000));
    // The mirror, and what else follows from it.
    ledger.transfer(
        "load-voided",
        VOIDED_LOAD,
        taken.id(),
        move(heap, voided, 5_000),
        move(voided, onHand, 5_000));
    blocks.add(ledger.seal());
    ledger.signWith(SECOND_KEY);
    ledger.close(received);
    ledger.close(voided);
    ledger.transfer("lot-released", 301, null, move(available, issued, 500));
    blocks.add(ledger.seal());
  }

  private void addLast() {
    ledger.close(heap);
    long used = ledger.open("mass-kg", "used", true);
    ledger.transfer("use-reported", 601, null, move(heap, used, 700));
    blocks.add(ledger.seal());
  }

  void writeTo(Connection connection) throws SQLException {
    LedgerWriter writer = new LedgerWriter(connection);
    writer.clear();
    writer.write(blocks);
    writer.writeDerived(ledger);
    if (hasLoads) {
      writeLoads(connection);
    }
  }

  private static void writeLoads(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String load :
          List.of(
              RECEIVED_LOAD + ", 'L-1', 'received', '2026-03-01 16:00:00', 1",
              MOVING_LOAD + ", 'L-2', 'in-transit', null, null",
              VOIDED_LOAD + ", 'L-3', 'voided', null, null")) {
        statement.executeUpdate(
            """
            insert into transfer_load (id, number, status, received_at, accepted_kg, version,
              agreement_id, agreement_number, stream_id, material_key, seller_id, buyer_id,
              seller_site_id, buyer_site_id, plate, origin_ticket, origin_gross_kg, origin_tare_kg,
              dispatched_at, beyond_stock_kg, beyond_agreement_kg)
            values (%s, 1, 401, 'A-1', 12, 'steel-slag', 7, 8, 11, 13, 'X', 'T', 2, 1,
              '2026-03-01 15:00:00', 0, 0)
            """
                .formatted(load));
      }
    }
  }
}
