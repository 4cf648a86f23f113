package cn.wufei.exchange.indexing;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A document that the index refuses as it is.
///
/// @param kind `lot` or `demand`
/// @param reason in the words of Elasticsearch
/// @param since absent for one that was set aside before this was kept
@Serdeable
@Schema(name = "SetAsideDocument")
record SetAsideDocument(Id id, String kind, long version, String reason, @Nullable Instant since) {}
