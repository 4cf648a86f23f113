package cn.wufei.exchange.settlement.overview;

import static cn.wufei.exchange.db.Tables.SETTLEMENT_PICKUP_LIMIT;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;

/// Pickup limits as rows.
@Singleton
@Connectable
class PickupLimitStore {

  private static final Limit NEVER_SET = new Limit(0, false);

  private final DSLContext sql;

  PickupLimitStore(DSLContext sql) {
    this.sql = sql;
  }

  Limit find(Id agreement) {
    Limit found =
        sql.select(SETTLEMENT_PICKUP_LIMIT.VERSION, SETTLEMENT_PICKUP_LIMIT.ACTIVE)
            .from(SETTLEMENT_PICKUP_LIMIT)
            .where(SETTLEMENT_PICKUP_LIMIT.AGREEMENT_ID.eq(agreement))
            .fetchOne(row -> new Limit(row.value1(), row.value2()));
    return found == null ? NEVER_SET : found;
  }

  /// Those of the agreements of which one was ever set.
  Map<Id, Setting> ofAgreements(Collection<Id> agreements) {
    return sql.select(
            SETTLEMENT_PICKUP_LIMIT.AGREEMENT_ID,
            SETTLEMENT_PICKUP_LIMIT.ACTIVE,
            SETTLEMENT_PICKUP_LIMIT.CHANGED_AT)
        .from(SETTLEMENT_PICKUP_LIMIT)
        .where(SETTLEMENT_PICKUP_LIMIT.AGREEMENT_ID.in(agreements))
        .fetchMap(row -> row.value1(), row -> new Setting(row.value2(), row.value3()));
  }

  /// Whether the limit was written: not when somebody wrote since that version was read.
  boolean write(Id agreement, long version, boolean active, Instant now) {
    if (version == 0 && find(agreement).version() == 0) {
      return sql.insertInto(SETTLEMENT_PICKUP_LIMIT)
              .set(SETTLEMENT_PICKUP_LIMIT.AGREEMENT_ID, agreement)
              .set(SETTLEMENT_PICKUP_LIMIT.VERSION, 1L)
              .set(SETTLEMENT_PICKUP_LIMIT.ACTIVE, active)
              .set(SETTLEMENT_PICKUP_LIMIT.CHANGED_AT, now)
              .execute()
          == 1;
    }
    return sql.update(SETTLEMENT_PICKUP_LIMIT)
            .set(SETTLEMENT_PICKUP_LIMIT.VERSION, version + 1)
            .set(SETTLEMENT_PICKUP_LIMIT.ACTIVE, active)
            .set(SETTLEMENT_PICKUP_LIMIT.CHANGED_AT, now)
            .where(SETTLEMENT_PICKUP_LIMIT.AGREEMENT_ID.eq(agreement))
            .and(SETTLEMENT_PICKUP_LIMIT.VERSION.eq(version))
            .execute()
        == 1;
  }

  /// Whether it is on, and since when.
  record Setting(boolean active, Instant changedAt) {}

  /// Whether it is on.
  record Limit(long version, boolean active) {}
}
