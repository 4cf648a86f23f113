package cn.wufei.exchange.matching;

import static cn.wufei.exchange.db.Tables.MATCHING_MATCH;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.ManyRows;
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

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "lot_id",
          "demand_id",
          "material_key",
          "quantity_kg",
          "delivered_yuan_per_t",
          "score",
          "first_shown_at",
          "shown_to_organisation_id");

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
    ManyRows rows =
        new ManyRows("matching_match", COLUMNS, "on duplicate key update lot_id = lot_id");
    for (ShownMatch match : matches) {
      rows.add(
          match.id(),
          match.lotId(),
          match.demandId(),
          match.materialKey(),
          match.quantityKg(),
          match.deliveredYuanPerT(),
          match.score(),
          match.firstShownAt(),
          match.shownTo());
    }
    sql.connection(rows::execute);
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
