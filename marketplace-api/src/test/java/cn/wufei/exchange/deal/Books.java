package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.local.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Looks into the database past the application.
public final class Books {

  private static final List<String> WRITTEN_BY_TRADE =
      List.of(
          "listing_lot",
          "listing_lot_quality",
          "listing_draft",
          "identity_policy",
          "demand_demand",
          "deal_offer",
          "deal_agreement",
          "deal_call_off",
          "deal_agreement_price",
          "approval_request",
          "approval_decision",
          "deal_document",
          "deal_document_content",
          "deal_document_signature",
          "deal_document_paper",
          "tender_tender",
          "tender_bid",
          "tender_deposit",
          "transfer_load",
          "transfer_load_part",
          "transfer_use_report",
          "transfer_use_part",
          "settlement_assay",
          "settlement_assay_load",
          "settlement_statement",
          "settlement_line",
          "settlement_number",
          "settlement_payment",
          "settlement_deposit",
          "settlement_deposit_move",
          "settlement_invoice",
          "settlement_invoice_statement",
          "stream_entry",
          "stream_stock_take",
          "stream_processing",
          "stream_processing_line",
          "correction_correction",
          "ledger_period_lock",
          "ledger_transfer",
          "ledger_posting",
          "ledger_account",
          "audit_record",
          "sample_request",
          "sample_dispatch",
          "sample_step",
          "http_idempotency",
          "search_document");

  private Books() {}

  /// How many rows each table has that a trade writes to.
  public static Map<String, Long> rowCounts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    WRITTEN_BY_TRADE.forEach(table -> counts.put(table, number("select count(*) from " + table)));
    return counts;
  }

  /// Debits less credits of all accounts of a unit.
  public static long sumOf(String unit) {
    return number(
        "select coalesce(sum(b.debit_total) - sum(b.credit_total), 0) from ledger_balance b"
            + " join ledger_account a on a.id = b.account_id where a.unit = ?",
        unit);
  }

  /// How many accounts hold something else than the sum of their postings.
  public static long accountsThatDrifted() {
    return number(
        "select count(*) from ledger_balance b where b.debit_total <> (select"
            + " coalesce(sum(p.amount), 0) from ledger_posting p where p.debit_account_id ="
            + " b.account_id) or b.credit_total <> (select coalesce(sum(p.amount), 0) from"
            + " ledger_posting p where p.credit_account_id = b.account_id)");
  }

  /// How many accounts hold less than nothing that never may.
  public static long limitedAccountsBelowZero() {
    return number(
        "select count(*) from ledger_balance where limited = 1 and debit_total < credit_total");
  }

  /// How many transfers take another one back.
  public static long reversals() {
    return number("select count(*) from ledger_transfer where reverses_id is not null");
  }

  /// What the accounts of a kind hold for one stream.
  public static long heldOfStream(String kind, String streamId) {
    return number(
        "select coalesce(sum(b.debit_total) - sum(b.credit_total), 0) from ledger_balance b"
            + " join ledger_account a on a.id = b.account_id where a.kind = ? and a.stream_id = ?",
        kind,
        Id.parse(streamId).value());
  }

  /// How many generation years of a stream have something on hand beside what is unreconciled.
  public static long yearsThatHoldAndLack(String streamId) {
    return number(
        "select count(*) from ledger_account h join ledger_balance hb on hb.account_id = h.id join"
            + " ledger_account u on u.stream_id = h.stream_id and u.generation_year ="
            + " h.generation_year join ledger_balance ub on ub.account_id = u.id where h.kind ="
            + " 'on-hand' and u.kind = 'unreconciled' and hb.debit_total > hb.credit_total and"
            + " ub.debit_total < ub.credit_total and h.stream_id = ?",
        Id.parse(streamId).value());
  }

  /// What the accounts of a kind hold for one lot, agreement or load.
  public static long heldOf(String kind, String subjectId) {
    return number(
        "select coalesce(sum(b.debit_total) - sum(b.credit_total), 0) from ledger_balance b"
            + " join ledger_account a on a.id = b.account_id where a.kind = ? and a.subject_id = ?",
        kind,
        Id.parse(subjectId).value());
  }

  /// What the money accounts of a kind hold between two organisations, whoever owns them.
  public static long heldBetween(String kind, Id one, Id other) {
    return number(
        "select coalesce(sum(b.debit_total) - sum(b.credit_total), 0) from ledger_balance b"
            + " join ledger_account a on a.id = b.account_id where a.kind = ? and ((a.owner_id = ?"
            + " and a.counterparty_id = ?) or (a.owner_id = ? and a.counterparty_id = ?))",
        kind,
        one.value(),
        other.value(),
        other.value(),
        one.value());
  }

  /// The days on which happened what was told of a subject or taken back, in the order of
  /// recording.
  public static List<String> daysOf(String subjectId) {
    List<String> days = new ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select occurred_on from ledger_transfer where subject_id = ? order by id")) {
      statement.setLong(1, Id.parse(subjectId).value());
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          days.add(result.getString(1));
        }
      }
      return days;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The version of the search document of a lot or demand.
  public static long documentVersion(String id) {
    return number("select version from search_document where id = ?", Id.parse(id).value());
  }

  /// An id as the database has it.
  public static long numberOf(String id) {
    return Id.parse(id).value();
  }

  /// Puts the database in a state that only time would bring.
  public static void write(String sql, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("one row was to change: " + sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same for any number of rows.
  public static void change(String sql, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect() throws SQLException {
    DatabaseServer database = TestExchange.get().database();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static long number(String sql, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
