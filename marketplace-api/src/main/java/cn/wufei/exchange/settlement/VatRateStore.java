package cn.wufei.exchange.settlement;

import static cn.wufei.exchange.db.Tables.SETTLEMENT_VAT;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Stated rates as rows.
@Singleton
@Connectable
public class VatRateStore {

  private static final VatRate NOT_STATED = new VatRate(0, null);

  private final DSLContext sql;

  VatRateStore(DSLContext sql) {
    this.sql = sql;
  }

  public VatRate find(Id organisation) {
    VatRate found =
        sql.select(SETTLEMENT_VAT.VERSION, SETTLEMENT_VAT.RATE_BP)
            .from(SETTLEMENT_VAT)
            .where(SETTLEMENT_VAT.ORGANISATION_ID.eq(organisation))
            .fetchOne(row -> new VatRate(row.value1(), row.value2()));
    return found == null ? NOT_STATED : found;
  }

  /// Whether the rate was written: not when somebody wrote since that version was read.
  boolean write(Id organisation, long version, @Nullable Integer rateBp, Instant now) {
    if (version == 0 && find(organisation).version() == 0) {
      return sql.insertInto(SETTLEMENT_VAT)
              .set(SETTLEMENT_VAT.ORGANISATION_ID, organisation)
              .set(SETTLEMENT_VAT.VERSION, 1L)
              .set(SETTLEMENT_VAT.RATE_BP, rateBp)
              .set(SETTLEMENT_VAT.STATED_AT, now)
              .execute()
          == 1;
    }
    return sql.update(SETTLEMENT_VAT)
            .set(SETTLEMENT_VAT.VERSION, version + 1)
            .set(SETTLEMENT_VAT.RATE_BP, rateBp)
            .set(SETTLEMENT_VAT.STATED_AT, now)
            .where(SETTLEMENT_VAT.ORGANISATION_ID.eq(organisation))
            .and(SETTLEMENT_VAT.VERSION.eq(version))
            .execute()
        == 1;
  }
}
