package cn.wufei.exchange.correction;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import org.jspecify.annotations.Nullable;

/// A fact as it stands, whatever feature recorded it.
///
/// @param label what people call it
/// @param parentId the stream, agreement or site that it belongs to
/// @param ownerId who recorded it
/// @param otherId the other party, or the owner again when it concerns nobody else
/// @param there whether it happened and was not voided
/// @param ownersAlone whether the owner corrects it without asking, as a dispatch before its end
/// @param old its values
/// @param basis the transfer that tells it; absent when it moved nothing
record RecordedFact(
    CorrectionKind kind,
    Id id,
    String label,
    Id parentId,
    Id ownerId,
    Id otherId,
    boolean there,
    boolean ownersAlone,
    @Nullable CorrectionRefusal whyNotVoid,
    @Nullable CorrectionRefusal whyOnlyVoid,
    @Nullable CorrectionRefusal whyNotAtAll,
    CorrectionValues old,
    @Nullable Id basis) {

  /// Why it is not voided or corrected as it stands.
  @Nullable CorrectionRefusal whyNot(boolean voids) {
    CorrectionRefusal why = voids ? whyNotVoid : whyOnlyVoid;
    return why == null ? whyNotAtAll : why;
  }

  boolean isParty(Caller caller) {
    return caller.organisationId().equals(ownerId) || caller.organisationId().equals(otherId);
  }

  /// Who approves what the caller proposes.
  Id approverFor(Caller caller) {
    return caller.organisationId().equals(ownerId) ? otherId : ownerId;
  }

  boolean isDoneAtOnceBy(Caller caller) {
    return ownersAlone && caller.organisationId().equals(ownerId);
  }
}
