package cn.wufei.indexer.rows;

import cn.wufei.indexer.document.DocumentKind;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which indices there are and who feeds them.
@Singleton
public class IndexRows {

  private final Database database;

  IndexRows(Database database) {
    this.database = database;
  }

  public Map<DocumentKind, IndexState> states() throws SQLException {
    Map<DocumentKind, IndexState> states = new EnumMap<>(DocumentKind.class);
    database.list(
        "select kind, generation, target from search_index",
        row ->
            states.put(
                DocumentKind.ofCode(row.getString(1)),
                new IndexState(row.getLong(2), row.getString(3))));
    return states;
  }

  public IndexState state(DocumentKind kind) throws SQLException {
    IndexState state = states().get(kind);
    if (state == null) {
      throw new IllegalStateException("the migrations made no row for " + kind);
    }
    return state;
  }

  /// The index of this kind is lost: all its documents wait again, and what is on its way to the
  /// lost one keeps waiting.
  ///
  /// @return the new generation
  public long beginAnew(DocumentKind kind) throws SQLException {
    return database.together(connection -> {
      Database.update(
          connection,
          "update search_index set generation = generation + 1 where kind = ?",
          kind.code());
      Database.update(
          connection,
          "update search_document"
              + " set pending = 1, failed_reason = null, changed_at = utc_timestamp(6)"
              + " where kind = ? and pending <> 1",
          kind.code());
      return generation(connection, kind);
    });
  }

  /// From now on every write goes to this index too.
  ///
  /// @return false when the generation has changed meanwhile, and nothing is done
  boolean writeToBoth(Connection connection, DocumentKind kind, long generation, String target)
      throws SQLException {
    return Database.update(
            connection,
            "update search_index set generation = ?, target = ? where kind = ? and generation = ?",
            generation,
            target,
            kind.code(),
            generation - 1)
        == 1;
  }

  void writeToOne(Connection connection, DocumentKind kind) throws SQLException {
    Database.update(
        connection, "update search_index set target = null where kind = ?", kind.code());
  }

  /// Whether this definition came into use later than that of the index. An index of a definition
  /// that nobody has noted is older than any.
  public boolean isNewer(DocumentKind kind, String edition, String thanEdition)
      throws SQLException {
    database.update(
        "insert ignore into search_definition (kind, edition, seen_at)"
            + " values (?, ?, utc_timestamp(6))",
        kind.code(),
        edition);
    return !edition.equals(thanEdition)
        && database
            .list(
                "select 1 from search_definition mine join search_definition theirs"
                    + " on theirs.kind = mine.kind and theirs.edition = ?"
                    + " where mine.kind = ? and mine.edition = ?"
                    + " and mine.seen_at <= theirs.seen_at",
                row -> row.getInt(1),
                thanEdition,
                kind.code(),
                edition)
            .isEmpty();
  }

  /// Notes indices that nothing writes to, and answers those that have been noted for so long.
  public List<String> retired(Set<String> unused, Duration kept) throws SQLException {
    for (String name : unused) {
      database.update(
          "insert ignore into search_retired_index (name, retired_at)"
              + " values (?, utc_timestamp(6))",
          name);
    }
    return database
        .list(
            "select name from search_retired_index"
                + " where retired_at <= utc_timestamp(6) - interval ? second",
            row -> row.getString(1),
            kept.toSeconds())
        .stream()
        .filter(unused::contains)
        .toList();
  }

  public void forget(String retired) throws SQLException {
    database.update("delete from search_retired_index where name = ?", retired);
  }

  /// Says that this instance is there and answers which documents fall to it.
  public Share share(String instance, Duration silence) throws SQLException {
    database.update(
        "insert into search_instance (name, seen_at) values (?, utc_timestamp(6))"
            + " on duplicate key update seen_at = utc_timestamp(6)",
        instance);
    List<String> there =
        database.list(
            "select name from search_instance"
                + " where seen_at > utc_timestamp(6) - interval ? second order by name",
            row -> row.getString(1),
            silence.toSeconds());
    int place = there.indexOf(instance);
    return place < 0 ? Share.ALL : new Share(place, there.size());
  }

  /// This instance takes no more documents in; those that fell silent long ago are forgotten too.
  public void leave(String instance) throws SQLException {
    database.update(
        "delete from search_instance"
            + " where name = ? or seen_at < utc_timestamp(6) - interval 1 day",
        instance);
  }

  private static long generation(Connection connection, DocumentKind kind) throws SQLException {
    return Database.list(
            connection,
            "select generation from search_index where kind = ?",
            row -> row.getLong(1),
            kind.code())
        .getFirst();
  }
}
