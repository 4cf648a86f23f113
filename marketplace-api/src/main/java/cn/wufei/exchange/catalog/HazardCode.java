package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// An entry of the national list of hazardous wastes: eight digits. `letters` are its hazards (T
/// toxic, C corrosive, I ignitable, R reactive, In infectious).
@Serdeable
public record HazardCode(
    String code,
    String hazardClass,
    String nameZh,
    @Nullable String nameEn,
    @Nullable String letters,
    String source,
    String verified) {}
