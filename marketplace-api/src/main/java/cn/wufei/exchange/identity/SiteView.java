package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(name = "Site")
record SiteView(
    Id id,
    Id organisationId,
    String name,
    @Nullable String nameEn,
    String adcode,
    BigDecimal latitude,
    BigDecimal longitude,
    @Nullable String address,
    long version) {

  static SiteView of(Site row) {
    return new SiteView(
        row.id(),
        row.organisationId(),
        row.name(),
        row.nameEn(),
        row.adcode(),
        row.latitude(),
        row.longitude(),
        row.address(),
        row.version());
  }
}
