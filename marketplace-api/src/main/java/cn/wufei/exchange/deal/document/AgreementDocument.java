package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.deal.AgreementStatus;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An agreement as a document: all its versions.
///
/// @param agreementVersion as the agreement itself has it
/// @param side of the reader; nothing for an authority
/// @param inForce number of the newest version that is signed. While there is none the first one
///   holds as what was agreed, unsigned
/// @param open number of the version that waits for signatures
/// @param acts what the reader may do now
/// @param versions newest first
@Serdeable
@Schema(name = "AgreementDocument")
record AgreementDocument(
    Id agreementId,
    String agreementNumber,
    AgreementStatus agreementStatus,
    @Nullable String endReason,
    long agreementVersion,
    @Nullable Side side,
    @Nullable Integer inForce,
    @Nullable Integer open,
    List<DocumentAct> acts,
    List<DocumentVersion> versions) {

  /// The version of that number; without one that which waits for signatures, else the one in
  /// force, else the newest.
  @Nullable DocumentVersion version(@Nullable Integer number) {
    Integer present = open == null ? inForce : open;
    Integer wanted = number == null ? present : number;
    return wanted == null
        ? versions.getFirst()
        : versions.stream().filter(each -> wanted.equals(each.number())).findFirst().orElse(null);
  }
}
