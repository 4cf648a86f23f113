package cn.wufei.exchange.indexing;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether a search sees a version of a lot or demand.
///
/// @param version the one that was asked about
/// @param state `searchable`, `waiting`, or `set-aside` when the index refuses it
/// @param indexedVersion the version that searches see; absent when they see none
@Serdeable
@Schema(name = "SearchFreshness")
record Freshness(String kind, Id id, long version, String state, @Nullable Long indexedVersion) {}
