package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;

/// What a material is used for.
@Serdeable
public record Use(String key, String nameZh, String nameEn, String source, String verified) {}
