package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// Whether a material may go into a use: `verdict` is `allowed`, `review` or `forbidden`; the
/// condition says when or why.
@Serdeable
public record MaterialUse(
    String materialKey,
    String use,
    String verdict,
    @Nullable String conditionZh,
    @Nullable String conditionEn,
    String source,
    String verified) {}
