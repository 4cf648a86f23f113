package cn.wufei.exchange.identity;

import static cn.wufei.exchange.db.Tables.IDENTITY_POLICY;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;

/// Policies as rows.
@Singleton
@Connectable
class PolicyStore {

  private final DSLContext sql;

  PolicyStore(DSLContext sql) {
    this.sql = sql;
  }

  Policy find(Id organisation) {
    Policy found =
        sql.selectFrom(IDENTITY_POLICY)
            .where(IDENTITY_POLICY.ORGANISATION_ID.eq(organisation))
            .fetchOne(row ->
                new Policy(
                    row.getVersion(),
                    row.getLotsReviewed(),
                    row.getApprovalAboveFen(),
                    row.getAdministratorsAlone()));
    return found == null ? Policy.NOTHING_SAID : found;
  }

  /// Writes the first policy of a firm. Of two who do so at once, one meets the other's row.
  void insert(Id organisation, Policy policy, Instant now) {
    sql.insertInto(IDENTITY_POLICY)
        .set(IDENTITY_POLICY.ORGANISATION_ID, organisation)
        .set(IDENTITY_POLICY.VERSION, policy.version())
        .set(IDENTITY_POLICY.LOTS_REVIEWED, policy.lotsReviewed())
        .set(IDENTITY_POLICY.APPROVAL_ABOVE_FEN, policy.approvalAboveFen())
        .set(IDENTITY_POLICY.ADMINISTRATORS_ALONE, policy.administratorsAlone())
        .set(IDENTITY_POLICY.CHANGED_AT, now)
        .execute();
  }

  /// Writes the policy over that of a version; says whether it was there.
  boolean replace(Id organisation, long version, Policy policy, Instant now) {
    return sql.update(IDENTITY_POLICY)
            .set(IDENTITY_POLICY.VERSION, policy.version())
            .set(IDENTITY_POLICY.LOTS_REVIEWED, policy.lotsReviewed())
            .set(IDENTITY_POLICY.APPROVAL_ABOVE_FEN, policy.approvalAboveFen())
            .set(IDENTITY_POLICY.ADMINISTRATORS_ALONE, policy.administratorsAlone())
            .set(IDENTITY_POLICY.CHANGED_AT, now)
            .where(IDENTITY_POLICY.ORGANISATION_ID.eq(organisation))
            .and(IDENTITY_POLICY.VERSION.eq(version))
            .execute()
        == 1;
  }
}
