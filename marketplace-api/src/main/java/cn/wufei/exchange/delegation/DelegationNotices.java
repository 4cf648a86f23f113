package cn.wufei.exchange.delegation;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells the firms of a delegation what the other one did about it, and both what time did. Runs in
/// the transaction of the step.
@Singleton
class DelegationNotices {

  private final Organisations organisations;
  private final Notices notices;

  DelegationNotices(Organisations organisations, Notices notices) {
    this.organisations = organisations;
    this.notices = notices;
  }

  /// @param row as it is after the step
  void told(DelegationRow row, DelegationStep step) {
    send(
        row, step.side(), step.act().event(), "step:" + row.id() + ":" + step.line(), step.words());
  }

  void ending(DelegationRow row) {
    send(row, null, "delegation-ending", "ending:" + row.id(), null);
  }

  /// @param by who did it and is not told; nobody where it was time
  private void send(
      DelegationRow row,
      @Nullable DelegationSide by,
      String kind,
      String event,
      @Nullable String words) {
    List<NewNotice> all = new ArrayList<>();
    if (by != DelegationSide.DELEGATOR) {
      all.add(notice(row, row.delegatorId(), row.delegateId(), kind, event, words));
    }
    if (by != DelegationSide.DELEGATE) {
      all.add(notice(row, row.delegateId(), row.delegatorId(), kind, event, words));
    }
    notices.send(all);
  }

  private NewNotice notice(
      DelegationRow row,
      Id receiver,
      Id partner,
      String kind,
      String event,
      @Nullable String words) {
    Map<String, Object> facts = new LinkedHashMap<>();
    OrganisationRef other = organisations.find(partner);
    if (other != null) {
      facts.put("partner", other.name());
      if (other.nameEn() != null) {
        facts.put("partnerEn", other.nameEn());
      }
    }
    facts.put("firstDay", row.firstDay().toString());
    facts.put("lastDay", row.lastDay().toString());
    if (words != null) {
      facts.put("reason", words);
    }
    return new NewNotice(receiver, kind, event, Map.of("delegation", row.id()), facts);
  }
}
