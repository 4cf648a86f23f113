package cn.wufei.indexer.rows;

import cn.wufei.indexer.document.DocumentKind;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;

/// The rows of `search_upkeep`: who looks after an index, what was asked for and how far it is.
@Singleton
public class UpkeepRows {

  private static final String MINE = " where kind = ? and lease_holder = ?";

  private final Database database;
  private final IndexRows indices;

  UpkeepRows(Database database, IndexRows indices) {
    this.database = database;
    this.indices = indices;
  }

  public UpkeepState read(DocumentKind kind, Duration compareEvery) throws SQLException {
    String sql =
        "select comparison_requested_at,"
            + " compared_at is null or compared_at < utc_timestamp(6) - interval ? second,"
            + " rebuild_requested_at, rebuild_state, rebuild_scanned, rebuild_scanned_to"
            + " from search_upkeep where kind = ?";
    return database.list(sql, UpkeepRows::state, compareEvery.toSeconds(), kind.code()).getFirst();
  }

  /// Takes or keeps the right to look after an index; false when another has it. It lapses when it
  /// is not kept, so that nobody waits for one that was killed.
  public boolean hold(DocumentKind kind, String holder, Duration lease) throws SQLException {
    String sql =
        "update search_upkeep"
            + " set lease_holder = ?, lease_until = utc_timestamp(6) + interval ? second"
            + " where kind = ?"
            + " and (lease_until is null or lease_until < utc_timestamp(6) or lease_holder = ?)";
    return database.update(sql, holder, lease.toSeconds(), kind.code(), holder) == 1;
  }

  public void release(DocumentKind kind, String holder) throws SQLException {
    database.update(
        "update search_upkeep set lease_holder = null, lease_until = null" + MINE,
        kind.code(),
        holder);
  }

  public void compared(DocumentKind kind, UpkeepState asked, ComparisonResult result)
      throws SQLException {
    String sql =
        "update search_upkeep set compared_at = utc_timestamp(6), compared_took_ms = ?,"
            + " compared_documents = ?, compared_indexed = ?, compared_missing = ?,"
            + " compared_older = ?, compared_newer = ?, compared_surplus = ?,"
            + " compared_mended = ?, comparison_requested_at ="
            + " case when comparison_requested_at = ? then null else comparison_requested_at end"
            + " where kind = ?";
    database.update(
        sql,
        result.tookMs(),
        result.documents(),
        result.indexed(),
        result.missing(),
        result.older(),
        result.newer(),
        result.surplus(),
        result.mended(),
        asked.comparisonRequestedAt(),
        kind.code());
  }

  /// The target is there and empty: from now on it gets every write.
  ///
  /// @return false when the generation has changed meanwhile, and nothing is done
  public boolean beginRebuild(DocumentKind kind, long generation, String target, boolean requested)
      throws SQLException {
    String sql =
        "update search_upkeep set rebuild_state = 'filling', rebuild_reason = ?,"
            + " rebuild_started_at = utc_timestamp(6), rebuild_ended_at = null,"
            + " rebuild_requested_at = null, rebuild_scanned = 0, rebuild_scanned_to = 0,"
            + " rebuild_total = (select count(*) from search_document where kind = ?)"
            + " where kind = ?";
    return database.together(connection -> {
      boolean begun = indices.writeToBoth(connection, kind, generation, target);
      if (begun) {
        String reason = requested ? "requested" : "definition";
        Database.update(connection, sql, reason, kind.code(), kind.code());
      }
      return begun;
    });
  }

  /// @return false when another looks after the index by now
  public boolean scanned(
      DocumentKind kind, String holder, Duration lease, long scanned, long scannedTo)
      throws SQLException {
    String sql =
        "update search_upkeep set rebuild_scanned = ?, rebuild_scanned_to = ?,"
            + " lease_until = utc_timestamp(6) + interval ? second"
            + MINE;
    return database.update(sql, scanned, scannedTo, lease.toSeconds(), kind.code(), holder) == 1;
  }

  public void checking(DocumentKind kind) throws SQLException {
    database.update(
        "update search_upkeep set rebuild_state = 'checking'"
            + " where kind = ? and rebuild_state = 'filling'",
        kind.code());
  }

  /// The target is in use. What the former definition refused may be taken by this one.
  public void endRebuild(DocumentKind kind) throws SQLException {
    database.together(connection -> {
      indices.writeToOne(connection, kind);
      Database.update(
          connection,
          "update search_document"
              + " set pending = 1, failed_reason = null, changed_at = utc_timestamp(6)"
              + " where kind = ? and pending = 2",
          kind.code());
      return Database.update(
          connection,
          "update search_upkeep set rebuild_state = 'idle', rebuild_ended_at = utc_timestamp(6)"
              + " where kind = ?",
          kind.code());
    });
  }

  /// The target is lost: another is begun.
  public void giveUpRebuild(DocumentKind kind) throws SQLException {
    database.together(connection -> {
      indices.writeToOne(connection, kind);
      return Database.update(
          connection,
          "update search_upkeep"
              + " set rebuild_state = 'idle', rebuild_requested_at = utc_timestamp(6)"
              + " where kind = ? and rebuild_state <> 'idle'",
          kind.code());
    });
  }

  private static UpkeepState state(ResultSet row) throws SQLException {
    return new UpkeepState(
        row.getObject(1, LocalDateTime.class),
        row.getBoolean(2),
        row.getObject(3, LocalDateTime.class),
        UpkeepState.Rebuild.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        row.getLong(5),
        row.getLong(6));
  }
}
