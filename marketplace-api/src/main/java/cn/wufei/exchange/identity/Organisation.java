package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.IdAttribute;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A firm, an authority or the platform itself; only the platform has no credit code.
@MappedEntity("identity_organisation")
record Organisation(
    @io.micronaut.data.annotation.Id @TypeDef(type = DataType.LONG, converter = IdAttribute.class)
        Id id,
    @Nullable String uscc,
    String name,
    @Nullable String nameEn,
    String kind,
    String adcode,
    String status,
    boolean demo,
    Instant createdAt,
    long version) {

  Organisation decided(OrganisationStatus decision) {
    return new Organisation(
        id, uscc, name, nameEn, kind, adcode, decision.code(), demo, createdAt, version + 1);
  }

  boolean isSuspended() {
    return status.equals(OrganisationStatus.SUSPENDED.code());
  }
}
