package cn.wufei.exchange.schema;

import java.util.List;
import java.util.Set;

/// What the application may do with the rows of a table besides reading them, which it may do with
/// all: that is given on the database as a whole, because MySQL 8.0.12 does not let a user lock
/// rows (`for update`) who may read them by a right on the table only. Nor does MySQL let a user
/// lock rows that it can neither update nor delete; MariaDB does.
enum TableRights {
  /// What was recorded stays as it was recorded.
  INSERT_ONLY,
  CHANGEABLE,
  /// Only migrations write it.
  READ_ONLY;

  /// On every table.
  static final String READING = "SELECT";

  private static final String HISTORY = "flyway_schema_history";
  private static final Set<String> INSERT_ONLY_TABLES =
      Set.of(
          "approval_decision",
          "audit_record",
          "deal_agreement_price",
          "deal_document_content",
          "deal_document_signature",
          "delegation_step",
          "ledger_account",
          "ledger_block",
          "ledger_closing",
          "ledger_key",
          "ledger_posting",
          "ledger_transfer",
          "partner_decision",
          "price_index_value",
          "sample_dispatch",
          "sample_step");

  /// Running sums and what waits: each can be worked out again from what is only inserted. Which
  /// months are closed is a state; its changes stand in the audit trail.
  private static final Set<String> CHANGEABLE_LEDGER_TABLES =
      Set.of(
          "ledger_balance", "ledger_day", "ledger_day_head", "ledger_head", "ledger_period_lock");

  private static final List<String> RECORDING_FEATURES = List.of("audit_", "ledger_");

  /// As the database names them.
  List<String> privileges() {
    return switch (this) {
      case INSERT_ONLY -> List.of("INSERT");
      case CHANGEABLE -> List.of("INSERT", "UPDATE", "DELETE");
      case READ_ONLY -> List.of();
    };
  }

  /// A table of the ledger or the audit that is named nowhere gets the fewest rights.
  static TableRights on(String table) {
    if (table.equals(HISTORY)) {
      return READ_ONLY;
    }
    return INSERT_ONLY_TABLES.contains(table) || (isRecording(table) && !isChangeableLedger(table))
        ? INSERT_ONLY
        : CHANGEABLE;
  }

  /// Whether somebody has decided which rights there are on it; tables of other features need no
  /// decision.
  static boolean isDecided(String table) {
    return !isRecording(table) || INSERT_ONLY_TABLES.contains(table) || isChangeableLedger(table);
  }

  private static boolean isRecording(String table) {
    return INSERT_ONLY_TABLES.contains(table)
        || RECORDING_FEATURES.stream().anyMatch(table::startsWith);
  }

  private static boolean isChangeableLedger(String table) {
    return CHANGEABLE_LEDGER_TABLES.contains(table);
  }
}
