package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// A district, city or province by its GB/T 2260 number; `parent` is the number of what it lies in.
@Serdeable
public record Region(String adcode, String nameZh, String nameEn, @Nullable String parent) {}
