package cn.wufei.exchange.matching.standing;

import static cn.wufei.exchange.db.Tables.MATCHING_STANDING;
import static org.jooq.impl.DSL.noCondition;

import cn.wufei.exchange.db.tables.records.MatchingStandingRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.Match;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Standing matches as rows.
@Singleton
@Connectable
class StandingStore {

  private final DSLContext sql;

  StandingStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The pairs of a lot, held until the transaction ends.
  List<StandingPair> lockOfLot(Id lotId, int limit) {
    return lock(MATCHING_STANDING.LOT_ID.eq(lotId), MATCHING_STANDING.DEMAND_ID, limit);
  }

  /// The pairs of a demand, held until the transaction ends.
  List<StandingPair> lockOfDemand(Id demandId, int limit) {
    return lock(MATCHING_STANDING.DEMAND_ID.eq(demandId), MATCHING_STANDING.LOT_ID, limit);
  }

  private List<StandingPair> lock(Condition own, Field<Id> order, int limit) {
    return sql.selectFrom(MATCHING_STANDING)
        .where(own)
        .orderBy(order)
        .limit(limit)
        .forUpdate()
        .fetch(StandingStore::pair);
  }

  void delete(List<StandingPair> pairs) {
    if (!pairs.isEmpty()) {
      sql.deleteFrom(MATCHING_STANDING)
          .where(MATCHING_STANDING.ID.in(pairs.stream().map(StandingPair::id).toList()))
          .execute();
    }
  }

  void deleteAllOfLot(Id lotId) {
    sql.deleteFrom(MATCHING_STANDING).where(MATCHING_STANDING.LOT_ID.eq(lotId)).execute();
  }

  void deleteAllOfDemand(Id demandId) {
    sql.deleteFrom(MATCHING_STANDING).where(MATCHING_STANDING.DEMAND_ID.eq(demandId)).execute();
  }

  void updateScores(List<StandingPair> standing, List<Match> fitting) {
    Map<StandingPair.Key, BigDecimal> scores = new HashMap<>();
    fitting.forEach(match -> scores.put(StandingPair.Key.of(match), StandingPair.scoreOf(match)));
    for (StandingPair pair : standing) {
      BigDecimal score = scores.get(pair.key());
      if (score != null && score.compareTo(pair.score()) != 0) {
        sql.update(MATCHING_STANDING)
            .set(MATCHING_STANDING.SCORE, score)
            .where(MATCHING_STANDING.ID.eq(pair.id()))
            .execute();
      }
    }
  }

  /// Writes the matches that do not stand yet, and answers those. Another worker that has found the
  /// same pair at the same time keeps it: the row then has that worker's id. Pairs go in one order,
  /// so that two who write the same ones wait for each other instead of locking each other out.
  List<Match> insertAbsent(List<Match> matches, Instant now) {
    if (matches.isEmpty()) {
      return List.of();
    }
    Map<Id, StandingPair.Key> written = new HashMap<>();
    matches.stream()
        .sorted(
            Comparator.<Match, Id>comparing(match -> match.lot().id())
                .thenComparing(match -> match.demand().id()))
        .forEach(match -> {
          StandingPair pair = StandingPair.of(match, now);
          insertAbsent(pair);
          written.put(pair.id(), pair.key());
        });
    Set<Id> ours =
        new HashSet<>(
            sql.select(MATCHING_STANDING.ID)
                .from(MATCHING_STANDING)
                .where(MATCHING_STANDING.ID.in(written.keySet()))
                .fetch(MATCHING_STANDING.ID));
    written.keySet().retainAll(ours);
    Set<StandingPair.Key> found = new HashSet<>(written.values());
    return matches.stream().filter(match -> found.contains(StandingPair.Key.of(match))).toList();
  }

  private void insertAbsent(StandingPair pair) {
    sql.insertInto(MATCHING_STANDING)
        .set(MATCHING_STANDING.ID, pair.id())
        .set(MATCHING_STANDING.LOT_ID, pair.lotId())
        .set(MATCHING_STANDING.DEMAND_ID, pair.demandId())
        .set(MATCHING_STANDING.LOT_ORGANISATION_ID, pair.lotOrganisationId())
        .set(MATCHING_STANDING.DEMAND_ORGANISATION_ID, pair.demandOrganisationId())
        .set(MATCHING_STANDING.SCORE, pair.score())
        .set(MATCHING_STANDING.FOUND_AT, pair.foundAt())
        .onDuplicateKeyUpdate()
        .set(MATCHING_STANDING.LOT_ID, MATCHING_STANDING.LOT_ID)
        .execute();
  }

  /// The organisation's pairs on either side, newest first.
  List<StandingPair> page(Id organisation, StandingFilter filter, @Nullable Id before, int limit) {
    List<StandingPair> both = new ArrayList<>();
    for (Side side : Side.values()) {
      both.addAll(
          sql.selectFrom(MATCHING_STANDING)
              .where(owner(side).eq(organisation))
              .and(
                  filter.lotId() == null
                      ? noCondition()
                      : MATCHING_STANDING.LOT_ID.eq(filter.lotId()))
              .and(
                  filter.demandId() == null
                      ? noCondition()
                      : MATCHING_STANDING.DEMAND_ID.eq(filter.demandId()))
              .and(filter.newOnly() ? seenAt(side).isNull() : noCondition())
              .and(before == null ? noCondition() : MATCHING_STANDING.ID.lt(before))
              .orderBy(MATCHING_STANDING.ID.desc())
              .limit(limit)
              .fetch(StandingStore::pair));
    }
    return both.stream()
        .sorted(Comparator.comparing(StandingPair::id).reversed())
        .limit(limit)
        .toList();
  }

  /// Pairs of others are passed over. Answers how many were new.
  int markSeen(Id organisation, Collection<Id> ids, Instant now) {
    return Stream.of(Side.values())
        .mapToInt(side ->
            sql.update(MATCHING_STANDING)
                .set(seenAt(side), now)
                .where(MATCHING_STANDING.ID.in(ids))
                .and(owner(side).eq(organisation))
                .and(seenAt(side).isNull())
                .execute())
        .sum();
  }

  private static Field<Id> owner(Side side) {
    return switch (side) {
      case LOT -> MATCHING_STANDING.LOT_ORGANISATION_ID;
      case DEMAND -> MATCHING_STANDING.DEMAND_ORGANISATION_ID;
    };
  }

  private static Field<Instant> seenAt(Side side) {
    return switch (side) {
      case LOT -> MATCHING_STANDING.LOT_SIDE_SEEN_AT;
      case DEMAND -> MATCHING_STANDING.DEMAND_SIDE_SEEN_AT;
    };
  }

  private static StandingPair pair(MatchingStandingRecord row) {
    return new StandingPair(
        row.getId(),
        row.getLotId(),
        row.getDemandId(),
        row.getLotOrganisationId(),
        row.getDemandOrganisationId(),
        row.getScore(),
        row.getFoundAt(),
        row.getLotSideSeenAt(),
        row.getDemandSideSeenAt());
  }
}
