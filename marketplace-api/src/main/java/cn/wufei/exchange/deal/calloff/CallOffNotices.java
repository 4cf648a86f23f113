package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells the parties of a framework what the other one did about a call-off, and both what time or
/// the end of the agreement did. Runs in the transaction of the step.
@Singleton
class CallOffNotices {

  private final Notices notices;

  CallOffNotices(Notices notices) {
    this.notices = notices;
  }

  /// @param row as it is after the step
  /// @param by who did it and is not told; nobody where it was neither
  void told(Agreement agreement, CallOffRow row, CallOffAct act, @Nullable Side by) {
    List<NewNotice> all = new ArrayList<>();
    if (by != Side.SELLER) {
      all.add(notice(agreement, row, act, agreement.seller().id(), agreement.buyer()));
    }
    if (by != Side.BUYER) {
      all.add(notice(agreement, row, act, agreement.buyer().id(), agreement.seller()));
    }
    notices.send(all);
  }

  private static NewNotice notice(
      Agreement agreement, CallOffRow row, CallOffAct act, Id receiver, OrganisationRef partner) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("agreementNumber", agreement.number());
    facts.put("lotTitle", agreement.lotTitle());
    facts.put("partner", partner.name());
    if (partner.nameEn() != null) {
      facts.put("partnerEn", partner.nameEn());
    }
    facts.put("month", row.called().month().toString());
    facts.put("quantityKg", row.called().quantityKg());
    LocalDate due = row.dueOn();
    if (due != null) {
      facts.put("dueOn", due.toString());
      facts.put("consent", row.status() == CallOffStatus.REQUESTED);
    }
    CallOffRow.Ended ended = row.ended();
    if (ended != null && ended.reason() != null) {
      facts.put("reason", ended.reason());
    }
    return new NewNotice(
        receiver,
        act.event(),
        "call-off:" + row.id() + ":" + row.version(),
        Map.of("agreement", agreement.id(), "lot", agreement.lotId()),
        facts);
  }
}
