package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/// Environmental protection tax on a tonne of solid waste, in yuan.
@Serdeable
public record TaxRate(
    String key,
    String nameZh,
    String nameEn,
    BigDecimal yuanPerT,
    String source,
    String verified) {}
