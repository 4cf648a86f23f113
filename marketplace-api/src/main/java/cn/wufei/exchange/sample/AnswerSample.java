package cn.wufei.exchange.sample;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.partner.Partners;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/// The seller's side of a sample: says yes with a day, says no with a reason, sends it.
@Singleton
class AnswerSample {

  private final Organisations organisations;
  private final Lots lots;
  private final Partners partners;
  private final SampleStore store;
  private final SampleSteps steps;

  AnswerSample(
      Organisations organisations,
      Lots lots,
      Partners partners,
      SampleStore store,
      SampleSteps steps) {
    this.organisations = organisations;
    this.lots = lots;
    this.partners = partners;
    this.store = store;
    this.steps = steps;
  }

  /// @param sendBy the day by which it will be sent
  @Serdeable
  @Schema(name = "SampleAcceptance")
  record Acceptance(@NotNull LocalDate sendBy) {}

  @Serdeable
  @Schema(name = "SampleDecline")
  record Decline(@NotBlank @Size(max = SampleLimits.TEXT_MAX) String reason) {}

  /// Checked in this order: the organisation may trade, [SampleSteps#lock], the lot may still go to
  /// the buyer, who may trade, the day can be. Whether the lot is still on the market is the
  /// seller's own affair.
  Outcome<Sample> accept(Caller caller, Id id, long version, Acceptance acceptance) {
    LocalDate sendBy = acceptance.sendBy();
    return organisations
        .requireTrading(caller)
        .then(_ -> steps.lock(caller, id, version, SampleAct.ACCEPT))
        .then(this::stillOffered)
        .then(held ->
            SampleRules.sendBy(sendBy, held.row().rules(), steps.today())
                .map(_ ->
                    steps.take(
                        caller,
                        held,
                        held.row().accepted(sendBy),
                        SampleAct.ACCEPT,
                        new SampleSteps.Said(sendBy, null))));
  }

  /// Checked as [SampleSteps#lock] does. Also what was accepted can be declined, as a plant may
  /// stand still; until it was sent.
  Outcome<Sample> decline(Caller caller, Id id, long version, Decline decline) {
    return steps
        .lock(caller, id, version, SampleAct.DECLINE)
        .map(held ->
            steps.take(
                caller,
                held,
                held.row().ended(SampleStatus.DECLINED),
                SampleAct.DECLINE,
                new SampleSteps.Said(null, decline.reason().strip())));
  }

  /// Checked in this order: [SampleSteps#lock], the days can be.
  Outcome<Sample> send(Caller caller, Id id, long version, SampleDispatch draft) {
    LocalDate today = steps.today();
    return steps
        .lock(caller, id, version, SampleAct.SEND)
        .then(held ->
            SampleRules.sent(draft, LocalCalendar.dayOf(held.row().askedAt()), today)
                .map(_ -> sent(caller, held, stripped(draft), today)));
  }

  private Sample sent(
      Caller caller, SampleSteps.Held held, SampleDispatch dispatch, LocalDate today) {
    store.insert(held.row().id(), dispatch);
    return steps.take(
        caller,
        held,
        held.row().sent(dispatch, today),
        SampleAct.SEND,
        new SampleSteps.Said(dispatch.sentOn(), null));
  }

  private static SampleDispatch stripped(SampleDispatch draft) {
    return new SampleDispatch(
        draft.sentOn(),
        SampleRules.stripped(draft.courier()),
        SampleRules.stripped(draft.trackingNumber()),
        draft.mark().strip(),
        draft.sampledOn(),
        draft.sampledBy().strip(),
        draft.method().strip());
  }

  private Outcome<SampleSteps.Held> stillOffered(SampleSteps.Held held) {
    SampleRow.Asked asked = held.row().asked();
    Lot lot = lots.find(asked.lotId());
    return lot != null && lot.mayGoTo(asked.buyerId(), partners.circleOf(asked.buyerId()))
        ? SampleRules.verified(organisations.find(asked.buyerId())).map(_ -> held)
        : Outcome.refused(SampleRefusal.LOT_NOT_OFFERED);
  }
}
