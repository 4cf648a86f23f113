package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// One nine-character code of the 2024 catalogue, such as `900-001-S17`. None could be checked
/// against the table itself so far, so a listing may name the class alone.
@Serdeable
public record WasteCode(
    String code,
    String classCode,
    String nameZh,
    @Nullable String nameEn,
    String scheme,
    String edition,
    String source,
    String verified) {}
