package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version of an agreement.
///
/// @param number counts from 1
/// @param sha256 of the stored bytes of its content, in lower-case hexadecimal digits
/// @param madeAt when what it says was frozen
/// @param proposer who amends; nothing of the first version
/// @param proposedBy the member's name
/// @param note why it was proposed
/// @param changes against the version that it amends
/// @param signatures in the order of signing
/// @param papers newest first; one at most is recorded or confirmed
/// @param files scans
/// @param endedAt when it was signed or given up
@Serdeable
@Schema(name = "DocumentVersion")
record DocumentVersion(
    int number,
    DocumentStatus status,
    String sha256,
    int sizeBytes,
    Instant madeAt,
    @Nullable Side proposer,
    @Nullable String proposedBy,
    @Nullable String note,
    List<Change> changes,
    List<Signature> signatures,
    List<Paper> papers,
    List<Attachment> files,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    AgreementContent content) {

  /// @param field as the content names it
  @Serdeable
  @Schema(name = "DocumentChange")
  record Change(String field, @Nullable String before, @Nullable String after) {}

  @Serdeable
  @Schema(name = "DocumentSignature")
  record Signature(Side side, String memberName, String organisationName, Instant signedAt) {}

  /// That the version was signed on paper.
  ///
  /// @param externalNumber of the contract in the firm's own books
  /// @param fileId the scan, among the version's files
  /// @param reason why it was refused
  @Serdeable
  @Schema(name = "PaperSigning")
  record Paper(
      Id id,
      PaperStatus status,
      Side recorder,
      String recordedBy,
      String externalNumber,
      LocalDate signedOn,
      @Nullable Id fileId,
      Instant recordedAt,
      @Nullable Instant answeredAt,
      @Nullable String answeredBy,
      @Nullable String reason) {}
}
