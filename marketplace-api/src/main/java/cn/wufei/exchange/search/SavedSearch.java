package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A search that a member keeps.
///
/// @param alerts whether the firm is told of new results
/// @param newCount results published since it was last opened; absent when they cannot be counted,
///   because the search is away or the search can no longer be asked
@Serdeable
@Schema(name = "SavedSearch")
record SavedSearch(
    Id id,
    long version,
    SearchKind kind,
    String name,
    String query,
    Instant createdAt,
    Instant openedAt,
    boolean alerts,
    @Nullable Long newCount) {

  SavedSearch withNewCount(@Nullable Long count) {
    return new SavedSearch(id, version, kind, name, query, createdAt, openedAt, alerts, count);
  }
}
