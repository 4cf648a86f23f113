package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.IdAttribute;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A place from which loads leave or where they arrive.
///
/// @param latitude degrees, WGS-84, as is the longitude, whatever they were given in
/// @param givenSystem what they were given in
@MappedEntity("identity_site")
record Site(
    @io.micronaut.data.annotation.Id @TypeDef(type = DataType.LONG, converter = IdAttribute.class)
        Id id,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) Id organisationId,
    String name,
    @Nullable String nameEn,
    String adcode,
    BigDecimal latitude,
    BigDecimal longitude,
    @Nullable String address,
    boolean railSiding,
    boolean wharf,
    String givenSystem,
    Instant createdAt,
    long version) {}
