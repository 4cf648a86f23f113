package cn.wufei.exchange.matching.standing;

import static cn.wufei.exchange.db.Tables.MATCHING_DISMISSAL;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import cn.wufei.exchange.db.tables.records.MatchingDismissalRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Dismissals as rows, each organisation its own.
@Singleton
@Connectable
class DismissalStore {

  private final DSLContext sql;

  DismissalStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable Dismissal find(Id organisation, Id id) {
    return sql.selectFrom(MATCHING_DISMISSAL)
        .where(MATCHING_DISMISSAL.ORGANISATION_ID.eq(organisation))
        .and(MATCHING_DISMISSAL.ID.eq(id))
        .fetchOne(DismissalStore::dismissal);
  }

  /// What the organisation has said of these pairs.
  List<Dismissal> ofPairs(Id organisation, Collection<StandingPair.Key> pairs) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    return sql.selectFrom(MATCHING_DISMISSAL)
        .where(MATCHING_DISMISSAL.ORGANISATION_ID.eq(organisation))
        .and(
            row(MATCHING_DISMISSAL.LOT_ID, MATCHING_DISMISSAL.DEMAND_ID)
                .in(pairs.stream().map(pair -> row(pair.lotId(), pair.demandId())).toList()))
        .fetch(DismissalStore::dismissal);
  }

  /// What the organisation has said of any pair with this lot or demand.
  List<Dismissal> ofLotOrDemand(Id organisation, Id lotOrDemand) {
    return sql.selectFrom(MATCHING_DISMISSAL)
        .where(MATCHING_DISMISSAL.ORGANISATION_ID.eq(organisation))
        .and(
            MATCHING_DISMISSAL
                .LOT_ID
                .eq(lotOrDemand)
                .or(MATCHING_DISMISSAL.DEMAND_ID.eq(lotOrDemand)))
        .fetch(DismissalStore::dismissal);
  }

  /// The organisations with which it wants no match.
  Set<Id> hiddenPartners(Id organisation) {
    return new HashSet<>(
        sql.selectDistinct(MATCHING_DISMISSAL.PARTNER_ID)
            .from(MATCHING_DISMISSAL)
            .where(isPartnerOf(organisation))
            .fetch(MATCHING_DISMISSAL.PARTNER_ID));
  }

  /// Newest first.
  List<Dismissal> page(Id organisation, DismissalFilter filter, @Nullable Id before, int limit) {
    return sql.selectFrom(MATCHING_DISMISSAL)
        .where(MATCHING_DISMISSAL.ORGANISATION_ID.eq(organisation))
        .and(filter.lotId() == null ? noCondition() : MATCHING_DISMISSAL.LOT_ID.eq(filter.lotId()))
        .and(
            filter.demandId() == null
                ? noCondition()
                : MATCHING_DISMISSAL.DEMAND_ID.eq(filter.demandId()))
        .and(
            filter.reason() == null
                ? noCondition()
                : MATCHING_DISMISSAL.REASON.eq(filter.reason().code()))
        .and(before == null ? noCondition() : MATCHING_DISMISSAL.ID.lt(before))
        .orderBy(MATCHING_DISMISSAL.ID.desc())
        .limit(limit)
        .fetch(DismissalStore::dismissal);
  }

  /// In place of what the side said of the pair before.
  void replace(Dismissal dismissal) {
    sql.deleteFrom(MATCHING_DISMISSAL)
        .where(MATCHING_DISMISSAL.ORGANISATION_ID.eq(dismissal.organisationId()))
        .and(MATCHING_DISMISSAL.LOT_ID.eq(dismissal.lotId()))
        .and(MATCHING_DISMISSAL.DEMAND_ID.eq(dismissal.demandId()))
        .execute();
    Circumstances then = dismissal.then();
    sql.insertInto(MATCHING_DISMISSAL)
        .set(MATCHING_DISMISSAL.ID, dismissal.id())
        .set(MATCHING_DISMISSAL.ORGANISATION_ID, dismissal.organisationId())
        .set(MATCHING_DISMISSAL.MEMBER_ID, dismissal.memberId())
        .set(MATCHING_DISMISSAL.LOT_ID, dismissal.lotId())
        .set(MATCHING_DISMISSAL.DEMAND_ID, dismissal.demandId())
        .set(MATCHING_DISMISSAL.PARTNER_ID, dismissal.partnerId())
        .set(MATCHING_DISMISSAL.REASON, dismissal.reason().code())
        .set(MATCHING_DISMISSAL.NOTE, dismissal.note())
        .set(MATCHING_DISMISSAL.DELIVERED_YUAN_PER_T, then.deliveredYuanPerT())
        .set(MATCHING_DISMISSAL.QUALITIES, then.qualities())
        .set(MATCHING_DISMISSAL.AVAILABLE_KG, then.availableKg())
        .set(MATCHING_DISMISSAL.OPEN_KG, then.openKg())
        .set(MATCHING_DISMISSAL.AVAILABLE_FROM, then.availableFrom())
        .set(MATCHING_DISMISSAL.AVAILABLE_TO, then.availableTo())
        .set(MATCHING_DISMISSAL.NEEDED_FROM, then.neededFrom())
        .set(MATCHING_DISMISSAL.NEEDED_TO, then.neededTo())
        .set(MATCHING_DISMISSAL.DISMISSED_AT, dismissal.dismissedAt())
        .execute();
  }

  int delete(Dismissal dismissal) {
    return sql.deleteFrom(MATCHING_DISMISSAL)
        .where(MATCHING_DISMISSAL.ID.eq(dismissal.id()))
        .execute();
  }

  /// Everything by which the organisation hides the partner as a whole.
  int deleteOfPartner(Id organisation, Id partner) {
    return sql.deleteFrom(MATCHING_DISMISSAL)
        .where(isPartnerOf(organisation))
        .and(MATCHING_DISMISSAL.PARTNER_ID.eq(partner))
        .execute();
  }

  private static Condition isPartnerOf(Id organisation) {
    return MATCHING_DISMISSAL
        .ORGANISATION_ID
        .eq(organisation)
        .and(MATCHING_DISMISSAL.REASON.eq(DismissalReason.PARTNER.code()));
  }

  private static Dismissal dismissal(MatchingDismissalRecord row) {
    return new Dismissal(
        row.getId(),
        row.getOrganisationId(),
        row.getMemberId(),
        row.getLotId(),
        row.getDemandId(),
        row.getPartnerId(),
        DismissalReason.ofCode(row.getReason()),
        row.getNote(),
        new Circumstances(
            row.getDeliveredYuanPerT(),
            row.getQualities(),
            row.getAvailableKg(),
            row.getOpenKg(),
            row.getAvailableFrom(),
            row.getAvailableTo(),
            row.getNeededFrom(),
            row.getNeededTo()),
        row.getDismissedAt());
  }
}
