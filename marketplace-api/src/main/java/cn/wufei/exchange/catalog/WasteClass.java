package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;

/// A second-level class of the 2024 catalogue of solid wastes, such as `SW01`. `scheme` and
/// `edition` say which catalogue; `verified` is `verified`, `partly` or `unverified`.
@Serdeable
public record WasteClass(
    String code,
    String nameZh,
    String nameEn,
    String scheme,
    String edition,
    String source,
    String verified) {}
