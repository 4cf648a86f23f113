package cn.wufei.indexer.upkeep;

import java.util.List;
import java.util.Map;

/// How an index differs from the database, document by document.
///
/// @param newer what the index has a later revision of than the database, and that revision
/// @param surplus what the database does not know, and its revision in the index
record Differences(
    long documents,
    long indexed,
    List<Long> missing,
    List<Long> older,
    Map<Long, Long> newer,
    Map<Long, Long> surplus) {

  Differences {
    missing = List.copyOf(missing);
    older = List.copyOf(older);
    newer = Map.copyOf(newer);
    surplus = Map.copyOf(surplus);
  }

  boolean isEmpty() {
    return missing.isEmpty() && older.isEmpty() && newer.isEmpty() && surplus.isEmpty();
  }
}
