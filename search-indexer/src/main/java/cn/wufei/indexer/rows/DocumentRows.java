package cn.wufei.indexer.rows;

import cn.wufei.indexer.document.DocumentKind;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The rows of `search_document`: those that wait, and what became of them.
@Singleton
public class DocumentRows {

  private static final int REASON_LENGTH_MAX = 500;

  /// MariaDB makes a temporary table of longer lists.
  private static final int IDS_MAX = 500;

  private static final String COLUMNS = "select kind, id, revision, body from search_document";

  private final Database database;

  DocumentRows(Database database) {
    this.database = database;
  }

  /// The rows that have waited longest, of those that fall to one of several instances.
  public List<PendingDocument> pending(Share share, int limit) throws SQLException {
    String sql = COLUMNS + " where pending = 1 and mod(id, ?) = ? order by changed_at limit ?";
    return database.list(sql, DocumentRows::document, share.of(), share.number(), limit);
  }

  /// Rows of a kind in the order of their ids, waiting or not.
  public List<PendingDocument> after(DocumentKind kind, long number, int limit)
      throws SQLException {
    String sql = COLUMNS + " where kind = ? and id > ? order by id limit ?";
    return database.list(sql, DocumentRows::document, kind.code(), number, limit);
  }

  public long count(DocumentKind kind) throws SQLException {
    String sql = "select count(*) from search_document where kind = ?";
    return database.list(sql, row -> row.getLong(1), kind.code()).getFirst();
  }

  /// The indices have these documents. A row that was written again since it was read keeps
  /// waiting, and so do all of them when the generation has changed since they were sent.
  ///
  /// That no write is lost in a rebuild rests on this. A rebuild makes its target and then raises
  /// the generation, in a transaction that waits for everybody who holds the row here and makes
  /// everybody wait who comes later. So a mark that is cleared before was set by a write that is
  /// committed when the scan begins, and the scan finds it. A mark that is cleared afterwards is
  /// cleared by somebody who knew the target when sending, so the target has the document.
  ///
  /// Rows that a writer holds are left waiting instead of waited for: that writer is putting them
  /// on their way again, and who waits for one row while holding others can deadlock.
  ///
  /// @return how long each row waited that waits no more
  public List<Duration> markSent(
      DocumentKind kind, long generation, Collection<PendingDocument> documents)
      throws SQLException {
    return inParts(
        documents,
        part ->
            database.together(connection -> {
              if (!isStill(connection, kind, generation)) {
                return List.of();
              }
              List<Held> held = hold(connection, kind, part);
              if (!held.isEmpty()) {
                clear(connection, kind, held);
              }
              return held.stream().map(Held::waited).toList();
            }));
  }

  /// An index refuses these documents as they are; they no longer wait, until they are written
  /// again or somebody asks for it.
  public void setAside(DocumentKind kind, long generation, Map<PendingDocument, String> reasons)
      throws SQLException {
    String sql =
        "update search_document"
            + " set pending = 2, failed_reason = ?, failed_at = utc_timestamp(6)"
            + " where kind = ? and id = ? and revision = ?";
    database.together(connection -> {
      if (!isStill(connection, kind, generation)) {
        return 0;
      }
      for (Map.Entry<PendingDocument, String> entry : reasons.entrySet()) {
        PendingDocument document = entry.getKey();
        Database.update(
            connection,
            sql,
            shortened(entry.getValue()),
            kind.code(),
            document.number(),
            document.revision());
      }
      return reasons.size();
    });
  }

  /// Count and sum of the revisions of what the index is to have, by slice. What is in flight or
  /// set aside is left out.
  public Map<Integer, SliceSum> sums(DocumentKind kind, int slices) throws SQLException {
    String sql =
        "select mod(id, ?) as slice, count(*), sum(revision)"
            + " from search_document force index (ix_search_document_pending)"
            + " where kind = ? and pending = 0 group by slice";
    Map<Integer, SliceSum> sums = new HashMap<>();
    database.list(
        sql,
        row -> sums.put(row.getInt(1), new SliceSum(row.getLong(2), row.getLong(3))),
        slices,
        kind.code());
    return sums;
  }

  /// The revisions of what the index is to have in some slices, by id.
  public Map<Long, Long> revisions(DocumentKind kind, int slices, Collection<Integer> wanted)
      throws SQLException {
    String sql =
        "select id, revision from search_document force index (ix_search_document_pending)"
            + " where kind = ? and pending = 0 and mod(id, ?) in "
            + Database.places(wanted.size());
    Map<Long, Long> revisions = new HashMap<>();
    database.list(
        sql,
        row -> revisions.put(row.getLong(1), row.getLong(2)),
        Stream.concat(Stream.of(kind.code(), slices), wanted.stream()).toArray());
    return revisions;
  }

  /// What is known now of some documents; those that there are not are left out.
  public Map<Long, Standing> standing(DocumentKind kind, Collection<Long> numbers)
      throws SQLException {
    Map<Long, Standing> found = new HashMap<>();
    inParts(
        numbers,
        part ->
            database.list(
                "select id, revision, pending from search_document where kind = ? and id in "
                    + Database.places(part.size()),
                row -> found.put(row.getLong(1), new Standing(row.getLong(2), row.getInt(3) == 2)),
                parameters(kind, part)));
    return found;
  }

  /// These documents go again, as the index has them in an earlier state.
  public long sendAgain(DocumentKind kind, Collection<Long> numbers) throws SQLException {
    return sendAgain(kind, numbers, "");
  }

  /// These documents go again under the next revision, as the index lacks them: for a while it
  /// remembers what was deleted, and takes nothing that is not later than that.
  public long sendAnew(DocumentKind kind, Collection<Long> numbers) throws SQLException {
    return sendAgain(kind, numbers, "revision = revision + 1, ");
  }

  private long sendAgain(DocumentKind kind, Collection<Long> numbers, String change)
      throws SQLException {
    return inParts(
            numbers,
            part ->
                List.of(
                    database.update(
                        "update search_document set "
                            + change
                            + "pending = 1, changed_at = utc_timestamp(6)"
                            + " where kind = ? and pending = 0 and id in "
                            + Database.places(part.size()),
                        parameters(kind, part))))
        .stream()
        .mapToLong(Integer::longValue)
        .sum();
  }

  /// The index has a later revision than the database, which was restored from a backup: the row
  /// gets one that is later still, and goes again.
  public boolean raise(DocumentKind kind, long number, long indexed) throws SQLException {
    String sql =
        "update search_document set revision = ?, pending = 1, changed_at = utc_timestamp(6)"
            + " where kind = ? and id = ? and revision < ? and pending <> 2";
    return database.update(sql, indexed + 1, kind.code(), number, indexed) > 0;
  }

  private static boolean isStill(Connection connection, DocumentKind kind, long generation)
      throws SQLException {
    String sql = "select generation from search_index where kind = ? lock in share mode";
    return Database.list(connection, sql, row -> row.getLong(1), kind.code()).contains(generation);
  }

  private static List<Held> hold(
      Connection connection, DocumentKind kind, List<PendingDocument> documents)
      throws SQLException {
    Map<Long, Long> sent = new HashMap<>();
    documents.forEach(document -> sent.put(document.number(), document.revision()));
    String sql =
        "select id, revision, timestampdiff(microsecond, changed_at, utc_timestamp(6))"
            + " from search_document force index (primary)"
            + " where kind = ? and pending = 1 and id in "
            + Database.places(documents.size())
            + " for update skip locked";
    return Database.list(
            connection,
            sql,
            row ->
                new Held(
                    row.getLong(1), row.getLong(2), Duration.of(row.getLong(3), ChronoUnit.MICROS)),
            parameters(kind, documents.stream().map(PendingDocument::number).toList()))
        .stream()
        .filter(row -> row.revision() == sent.getOrDefault(row.number(), -1L))
        .toList();
  }

  private static void clear(Connection connection, DocumentKind kind, List<Held> held)
      throws SQLException {
    Database.update(
        connection,
        "update search_document set pending = 0 where kind = ? and id in "
            + Database.places(held.size()),
        parameters(kind, held.stream().map(Held::number).toList()));
  }

  private static Object[] parameters(DocumentKind kind, Collection<Long> numbers) {
    return Stream.concat(Stream.of(kind.code()), numbers.stream()).toArray();
  }

  private static PendingDocument document(ResultSet row) throws SQLException {
    return new PendingDocument(
        DocumentKind.ofCode(row.getString(1)), row.getLong(2), row.getLong(3), row.getString(4));
  }

  private static <I, O> List<O> inParts(Collection<I> all, PartWork<I, O> work)
      throws SQLException {
    List<I> rest = List.copyOf(all);
    List<O> results = new ArrayList<>();
    for (int start = 0; start < rest.size(); start += IDS_MAX) {
      results.addAll(work.on(rest.subList(start, Math.min(rest.size(), start + IDS_MAX))));
    }
    return results;
  }

  private static String shortened(String reason) {
    return reason.length() <= REASON_LENGTH_MAX ? reason : reason.substring(0, REASON_LENGTH_MAX);
  }

  @FunctionalInterface
  private interface PartWork<I, O> {
    List<O> on(List<I> part) throws SQLException;
  }

  private record Held(long number, long revision, Duration waited) {}
}
