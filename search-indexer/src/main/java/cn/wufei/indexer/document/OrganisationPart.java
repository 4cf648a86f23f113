package cn.wufei.indexer.document;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// Who offers or seeks.
///
/// @param status kebab-case, `verified` for those who may trade
/// @param demo whether the organisation belongs to the demonstration and not to the market
@Serdeable
public record OrganisationPart(
    String id, String name, @Nullable String nameEn, String status, boolean demo) {}
