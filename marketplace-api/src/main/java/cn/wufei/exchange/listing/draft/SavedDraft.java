package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A draft of a lot.
///
/// @param lotId the lot that it would change; absent when it would be a new one
/// @param content what was typed so far, in the words of a lot's body; whole once submitted; absent
///   in lists
/// @param author who began it
/// @param submitter who submitted it last
/// @param returnReason why it was given back
@Serdeable
@Schema(name = "SavedLotDraft")
record SavedDraft(
    Id id,
    long version,
    DraftStatus status,
    @Nullable Id lotId,
    @Nullable String title,
    @Nullable Map<String, Object> content,
    String author,
    @Nullable String submitter,
    @Nullable Instant submittedAt,
    @Nullable String returnReason,
    Instant createdAt,
    Instant changedAt) {}
