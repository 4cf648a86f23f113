package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A plant, yard or quay of an organisation; degrees are WGS-84.
///
/// @param railSiding whether trains are loaded or unloaded there
/// @param wharf whether vessels are
@Serdeable
public record SiteRef(
    Id id,
    Id organisationId,
    String name,
    @Nullable String nameEn,
    String adcode,
    BigDecimal latitude,
    BigDecimal longitude,
    boolean railSiding,
    boolean wharf) {}
