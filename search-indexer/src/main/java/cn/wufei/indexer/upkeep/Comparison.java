package cn.wufei.indexer.upkeep;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.document.Slices;
import cn.wufei.indexer.rows.DocumentRows;
import cn.wufei.indexer.rows.SliceSum;
import cn.wufei.indexer.rows.Standing;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Compares database and index: first the sums of each slice, then document by document what lies
/// in slices that differ.
///
/// It reports no difference that is only in flight, although everybody goes on writing. The
/// database is read first, without the rows that wait: what it reads is acknowledged by the index,
/// which is refreshed before it is read. So what the index lacks then, or has in an earlier
/// revision, is really lost. What the index has beyond that is looked up in the database once more:
/// the index has nothing that was not committed there before, so a row that is still older, or
/// still unknown, really is.
@Singleton
class Comparison {

  /// Documents of so many slices are held in memory at once.
  private static final int SLICES_AT_ONCE = 8;

  private final DocumentRows rows;
  private final IndexReading index;

  Comparison(DocumentRows rows, IndexReading index) {
    this.rows = rows;
    this.index = index;
  }

  /// @param between is done now and then, and may throw to stop
  Differences compare(DocumentKind kind, String alias, Step between) throws SQLException {
    Map<Integer, SliceSum> wanted = rows.sums(kind, Slices.COUNT);
    Map<Integer, SliceSum> found = index.sums(alias);
    List<Integer> unequal =
        IntStream.range(0, Slices.COUNT)
            .filter(slice -> !sumOf(wanted, slice).equals(sumOf(found, slice)))
            .boxed()
            .toList();
    Finding finding = new Finding();
    for (int start = 0; start < unequal.size(); start += SLICES_AT_ONCE) {
      between.take();
      compareDocuments(
          kind,
          alias,
          unequal.subList(start, Math.min(unequal.size(), start + SLICES_AT_ONCE)),
          finding);
    }
    return new Differences(
        count(wanted),
        count(found),
        finding.missing,
        finding.older,
        finding.newer,
        finding.surplus);
  }

  private void compareDocuments(
      DocumentKind kind, String alias, List<Integer> slices, Finding finding) throws SQLException {
    Map<Long, Long> wanted = rows.revisions(kind, Slices.COUNT, slices);
    Map<Long, Long> found = index.revisions(alias, slices);
    wanted.forEach((number, revision) -> {
      Long indexed = found.get(number);
      if (indexed == null) {
        finding.missing.add(number);
      } else if (indexed < revision) {
        finding.older.add(number);
      }
    });
    Map<Long, Long> beyond = new HashMap<>(found);
    beyond.entrySet().removeIf(entry -> entry.getValue() <= revisionOf(wanted, entry.getKey()));
    Map<Long, Standing> standing = rows.standing(kind, new TreeSet<>(beyond.keySet()));
    beyond.forEach((number, indexed) -> {
      Standing now = standing.get(number);
      if (now == null) {
        finding.surplus.put(number, indexed);
      } else if (now.revision() < indexed && !now.setAside()) {
        finding.newer.put(number, indexed);
      }
    });
  }

  private static long revisionOf(Map<Long, Long> wanted, Long number) {
    return wanted.getOrDefault(number, -1L);
  }

  private static SliceSum sumOf(Map<Integer, SliceSum> sums, int slice) {
    return sums.getOrDefault(slice, SliceSum.NOTHING);
  }

  private static long count(Map<Integer, SliceSum> sums) {
    return sums.values().stream().mapToLong(SliceSum::count).sum();
  }

  private static final class Finding {

    private final List<Long> missing = new ArrayList<>();
    private final List<Long> older = new ArrayList<>();
    private final Map<Long, Long> newer = new HashMap<>();
    private final Map<Long, Long> surplus = new HashMap<>();
  }
}
