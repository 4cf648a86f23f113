package cn.wufei.exchange.matching;

import static cn.wufei.exchange.db.Tables.MATCHING_MATCH;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

@Singleton
class MatchStore {

  private final DSLContext sql;

  MatchStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Those of the pairs that were shown before.
  Set<Pair> known(Collection<Pair> pairs) {
    if (pairs.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        sql.select(MATCHING_MATCH.LOT_ID, MATCHING_MATCH.DEMAND_ID)
            .from(MATCHING_MATCH)
            .where(
                row(MATCHING_MATCH.LOT_ID, MATCHING_MATCH.DEMAND_ID)
                    .in(pairs.stream().map(pair -> row(pair.lotId(), pair.demandId())).toList()))
            .fetch(found -> new Pair(found.value1(), found.value2())));
  }

  /// Keeps what is there already. Pairs go in one order, so that two who show the same pairs at
  /// once wait for each other instead of locking each other out.
  void insertAbsent(List<ShownMatch> matches) {
    if (matches.isEmpty()) {
      return;
    }
    sql.insertInto(
            MATCHING_MATCH,
            MATCHING_MATCH.ID,
            MATCHING_MATCH.LOT_ID,
            MATCHING_MATCH.DEMAND_ID,
            MATCHING_MATCH.MATERIAL_KEY,
            MATCHING_MATCH.QUANTITY_KG,
            MATCHING_MATCH.DELIVERED_YUAN_PER_T,
            MATCHING_MATCH.SCORE,
            MATCHING_MATCH.FIRST_SHOWN_AT,
            MATCHING_MATCH.SHOWN_TO_ORGANISATION_ID)
        .valuesOfRows(
            matches.stream()
                .map(match ->
                    row(
                        match.id(),
                        match.lotId(),
                        match.demandId(),
                        match.materialKey(),
                        match.quantityKg(),
                        match.deliveredYuanPerT(),
                        match.score(),
                        match.firstShownAt(),
                        match.shownTo()))
                .toList())
        .onDuplicateKeyUpdate()
        .set(MATCHING_MATCH.LOT_ID, MATCHING_MATCH.LOT_ID)
        .execute();
  }

  /// Newest first.
  List<ShownMatch> between(
      Instant from, Instant to, @Nullable String materialKey, @Nullable Id before, int limit) {
    Condition material =
        materialKey == null ? noCondition() : MATCHING_MATCH.MATERIAL_KEY.eq(materialKey);
    return sql.selectFrom(MATCHING_MATCH)
        .where(MATCHING_MATCH.FIRST_SHOWN_AT.ge(from))
        .and(MATCHING_MATCH.FIRST_SHOWN_AT.lt(to))
        .and(material)
        .and(before == null ? noCondition() : MATCHING_MATCH.ID.lt(before))
        .orderBy(MATCHING_MATCH.ID.desc())
        .limit(limit)
        .fetch(row ->
            new ShownMatch(
                row.getId(),
                row.getLotId(),
                row.getDemandId(),
                row.getMaterialKey(),
                row.getQuantityKg(),
                row.getDeliveredYuanPerT(),
                row.getScore(),
                row.getFirstShownAt(),
                row.getShownToOrganisationId()));
  }

  record Pair(Id lotId, Id demandId) {}
}
