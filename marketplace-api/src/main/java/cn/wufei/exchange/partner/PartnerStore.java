package cn.wufei.exchange.partner;

import static cn.wufei.exchange.db.Tables.PARTNER_DECISION;
import static cn.wufei.exchange.db.Tables.PARTNER_PARTNER;

import cn.wufei.exchange.db.tables.records.PartnerDecisionRecord;
import cn.wufei.exchange.db.tables.records.PartnerPartnerRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Decisions about other firms as rows: the last one about each, and all of them.
@Singleton
@Connectable
class PartnerStore {

  private final DSLContext sql;

  PartnerStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Both directions in one statement, each by an index.
  Circle circleOf(Id own, LocalDate today) {
    Condition holds =
        PARTNER_PARTNER
            .STANDING
            .eq(PartnerStanding.BLOCKED.code())
            .or(
                PARTNER_PARTNER
                    .STANDING
                    .eq(PartnerStanding.APPROVED.code())
                    .and(PARTNER_PARTNER.VALID_TO.ge(today)));
    Set<Id> apart = new HashSet<>();
    Set<Id> approves = new HashSet<>();
    Set<Id> approvedBy = new HashSet<>();
    for (Record3<Id, Id, String> row :
        sql.select(
                PARTNER_PARTNER.ORGANISATION_ID,
                PARTNER_PARTNER.PARTNER_ID,
                PARTNER_PARTNER.STANDING)
            .from(PARTNER_PARTNER)
            .where(PARTNER_PARTNER.ORGANISATION_ID.eq(own))
            .and(holds)
            .unionAll(
                sql.select(
                        PARTNER_PARTNER.ORGANISATION_ID,
                        PARTNER_PARTNER.PARTNER_ID,
                        PARTNER_PARTNER.STANDING)
                    .from(PARTNER_PARTNER)
                    .where(PARTNER_PARTNER.PARTNER_ID.eq(own))
                    .and(holds))
            .fetch()) {
      boolean isOwn = row.value1().equals(own);
      Id other = isOwn ? row.value2() : row.value1();
      if (PartnerStanding.ofCode(row.value3()) == PartnerStanding.BLOCKED) {
        apart.add(other);
      } else {
        (isOwn ? approves : approvedBy).add(other);
      }
    }
    return new Circle(own, false, apart, approves, approvedBy);
  }

  /// The last decision about a firm.
  @Nullable PartnerDecision find(Id organisation, Id partner) {
    return sql.selectFrom(PARTNER_PARTNER)
        .where(PARTNER_PARTNER.ORGANISATION_ID.eq(organisation))
        .and(PARTNER_PARTNER.PARTNER_ID.eq(partner))
        .fetchOne(PartnerStore::head);
  }

  /// Those that stand so by the last decision, the newest entry first.
  List<PartnerDecision> page(
      Id organisation, PartnerStanding standing, @Nullable Id before, int limit) {
    return sql.selectFrom(PARTNER_PARTNER)
        .where(PARTNER_PARTNER.ORGANISATION_ID.eq(organisation))
        .and(PARTNER_PARTNER.STANDING.eq(standing.code()))
        .and(before == null ? DSL.noCondition() : PARTNER_PARTNER.ID.lt(before))
        .orderBy(PARTNER_PARTNER.ID.desc())
        .limit(limit)
        .fetch(PartnerStore::head);
  }

  /// How many firms are approved or blocked, approvals that are over included.
  int countListed(Id organisation) {
    return sql.fetchCount(
        PARTNER_PARTNER,
        PARTNER_PARTNER
            .ORGANISATION_ID
            .eq(organisation)
            .and(PARTNER_PARTNER.STANDING.ne(PartnerStanding.NONE.code())));
  }

  /// Approvals whose last day lies between two, both included.
  int countEnding(Id organisation, LocalDate from, LocalDate to) {
    return sql.fetchCount(PARTNER_PARTNER, isEnding(organisation, from, to));
  }

  /// The same, the oldest entry first.
  List<PartnerDecision> pageEnding(
      Id organisation, LocalDate from, LocalDate to, @Nullable Id after, int limit) {
    return sql.selectFrom(PARTNER_PARTNER)
        .where(isEnding(organisation, from, to))
        .and(after == null ? DSL.noCondition() : PARTNER_PARTNER.ID.gt(after))
        .orderBy(PARTNER_PARTNER.ID)
        .limit(limit)
        .fetch(PartnerStore::head);
  }

  private static Condition isEnding(Id organisation, LocalDate from, LocalDate to) {
    return PARTNER_PARTNER
        .ORGANISATION_ID
        .eq(organisation)
        .and(PARTNER_PARTNER.STANDING.eq(PartnerStanding.APPROVED.code()))
        .and(PARTNER_PARTNER.VALID_TO.between(from, to));
  }

  /// What was decided about a firm, the newest first.
  ///
  /// @param partner nothing for all firms
  List<PartnerDecision> decisions(
      Id organisation, @Nullable Id partner, @Nullable Id before, int limit) {
    return sql.selectFrom(PARTNER_DECISION)
        .where(PARTNER_DECISION.ORGANISATION_ID.eq(organisation))
        .and(partner == null ? DSL.noCondition() : PARTNER_DECISION.PARTNER_ID.eq(partner))
        .and(before == null ? DSL.noCondition() : PARTNER_DECISION.ID.lt(before))
        .orderBy(PARTNER_DECISION.ID.desc())
        .limit(limit)
        .fetch(PartnerStore::decision);
  }

  /// Writes a decision down, and that it is the last one. Those of one organisation come one after
  /// the other.
  ///
  /// @param before the last one until now
  void record(PartnerDecision decision, @Nullable PartnerDecision before) {
    sql.insertInto(PARTNER_DECISION)
        .set(PARTNER_DECISION.ID, decision.id())
        .set(PARTNER_DECISION.ORGANISATION_ID, decision.organisationId())
        .set(PARTNER_DECISION.PARTNER_ID, decision.partnerId())
        .set(PARTNER_DECISION.STANDING, decision.standing().code())
        .set(PARTNER_DECISION.APPROVAL_NUMBER, decision.approvalNumber())
        .set(PARTNER_DECISION.VALID_TO, decision.validTo())
        .set(PARTNER_DECISION.SCOPE, decision.scope())
        .set(PARTNER_DECISION.REASON, decision.reason())
        .set(PARTNER_DECISION.DECIDED_AT, decision.decidedAt())
        .set(PARTNER_DECISION.DECIDER_ID, decision.deciderId())
        .execute();
    if (before == null) {
      insert(decision);
    } else {
      update(decision);
    }
  }

  private void insert(PartnerDecision decision) {
    sql.insertInto(PARTNER_PARTNER)
        .set(PARTNER_PARTNER.ID, Id.next())
        .set(PARTNER_PARTNER.VERSION, 1L)
        .set(PARTNER_PARTNER.ORGANISATION_ID, decision.organisationId())
        .set(PARTNER_PARTNER.PARTNER_ID, decision.partnerId())
        .set(PARTNER_PARTNER.STANDING, decision.standing().code())
        .set(PARTNER_PARTNER.APPROVAL_NUMBER, decision.approvalNumber())
        .set(PARTNER_PARTNER.VALID_TO, decision.validTo())
        .set(PARTNER_PARTNER.SCOPE, decision.scope())
        .set(PARTNER_PARTNER.REASON, decision.reason())
        .set(PARTNER_PARTNER.DECIDED_AT, decision.decidedAt())
        .set(PARTNER_PARTNER.DECIDER_ID, decision.deciderId())
        .execute();
  }

  private void update(PartnerDecision decision) {
    sql.update(PARTNER_PARTNER)
        .set(PARTNER_PARTNER.VERSION, PARTNER_PARTNER.VERSION.plus(1))
        .set(PARTNER_PARTNER.STANDING, decision.standing().code())
        .set(PARTNER_PARTNER.APPROVAL_NUMBER, decision.approvalNumber())
        .set(PARTNER_PARTNER.VALID_TO, decision.validTo())
        .set(PARTNER_PARTNER.SCOPE, decision.scope())
        .set(PARTNER_PARTNER.REASON, decision.reason())
        .set(PARTNER_PARTNER.DECIDED_AT, decision.decidedAt())
        .set(PARTNER_PARTNER.DECIDER_ID, decision.deciderId())
        .where(PARTNER_PARTNER.ORGANISATION_ID.eq(decision.organisationId()))
        .and(PARTNER_PARTNER.PARTNER_ID.eq(decision.partnerId()))
        .execute();
  }

  /// With the id of the entry.
  private static PartnerDecision head(PartnerPartnerRecord row) {
    return new PartnerDecision(
        row.getId(),
        row.getOrganisationId(),
        row.getPartnerId(),
        PartnerStanding.ofCode(row.getStanding()),
        row.getApprovalNumber(),
        row.getValidTo(),
        row.getScope(),
        row.getReason(),
        row.getDecidedAt(),
        row.getDeciderId());
  }

  private static PartnerDecision decision(PartnerDecisionRecord row) {
    return new PartnerDecision(
        row.getId(),
        row.getOrganisationId(),
        row.getPartnerId(),
        PartnerStanding.ofCode(row.getStanding()),
        row.getApprovalNumber(),
        row.getValidTo(),
        row.getScope(),
        row.getReason(),
        row.getDecidedAt(),
        row.getDeciderId());
  }
}
