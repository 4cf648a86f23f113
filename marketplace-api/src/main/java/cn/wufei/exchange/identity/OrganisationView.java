package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(name = "Organisation")
record OrganisationView(
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

  static OrganisationView of(Organisation row) {
    return new OrganisationView(
        row.id(),
        row.uscc(),
        row.name(),
        row.nameEn(),
        row.kind(),
        row.adcode(),
        row.status(),
        row.demo(),
        row.createdAt(),
        row.version());
  }
}
