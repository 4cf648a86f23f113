package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// What everybody may know of an organisation. `kind` and `status` are the contract's codes;
/// `adcode` is the six-digit code of GB/T 2260.
@Serdeable
public record OrganisationRef(
    Id id,
    String name,
    @Nullable String nameEn,
    String kind,
    String status,
    String adcode,
    boolean demo) {}
