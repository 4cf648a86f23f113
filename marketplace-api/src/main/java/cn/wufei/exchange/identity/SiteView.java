package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// @param latitude degrees, WGS-84, as is the longitude
/// @param givenSystem what they were given in
/// @param movedM how far conversion from that moved the point, in metres
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
    boolean railSiding,
    boolean wharf,
    CoordinateSystem givenSystem,
    int movedM,
    long version) {

  static SiteView of(Site row) {
    CoordinateSystem given = CoordinateSystem.ofCode(row.givenSystem());
    return new SiteView(
        row.id(),
        row.organisationId(),
        row.name(),
        row.nameEn(),
        row.adcode(),
        row.latitude(),
        row.longitude(),
        row.address(),
        row.railSiding(),
        row.wharf(),
        given,
        given.shiftM(row.latitude(), row.longitude()),
        row.version());
  }
}
