package cn.wufei.exchange.correction;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A correction and how it was answered.
///
/// @param subjectLabel what people call the thing, such as a load's number
/// @param parentId the stream, agreement or site that it belongs to
/// @param voids whether it is to be as if it had not happened
/// @param myTurn whether the asking member may approve or decline it
/// @param mine whether the asking member's organisation proposed it
/// @param secondPerson who else of the organisation has a part in what the asking member proposed,
///   while it is open
/// @param reversalId the transfer that took the fact back
/// @param transferId the transfer that tells it as it was
@Serdeable
record Correction(
    Id id,
    long version,
    CorrectionStatus status,
    CorrectionKind kind,
    Id subjectId,
    String subjectLabel,
    Id parentId,
    OrganisationRef proposer,
    OrganisationRef approver,
    boolean voids,
    List<Change> changes,
    String reason,
    Instant proposedAt,
    Instant expiresAt,
    boolean myTurn,
    boolean mine,
    @Nullable SecondPerson secondPerson,
    @Nullable OrganisationRef decider,
    @Nullable Instant decidedAt,
    @Nullable String decisionNote,
    @Nullable Id reversalId,
    @Nullable Id transferId) {

  Correction {
    changes = List.copyOf(changes);
  }

  /// One value, before and after; kilograms where the field's name ends in `Kg`.
  @Serdeable
  @Schema(name = "CorrectedValue")
  record Change(String field, @Nullable String before, @Nullable String after) {}
}
