package cn.wufei.exchange.sample;

import cn.wufei.exchange.deal.Side;
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

/// Tells the parties of a sample what the other one did about it, and both what time did. Runs in
/// the transaction of the step.
@Singleton
class SampleNotices {

  private final Organisations organisations;
  private final Notices notices;

  SampleNotices(Organisations organisations, Notices notices) {
    this.organisations = organisations;
    this.notices = notices;
  }

  /// @param row as it is after the step
  void told(SampleRow row, SampleStep step) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (step.words() != null && step.act() == SampleAct.DECLINE) {
      facts.put("reason", step.words());
    }
    if (row.verdict() != null) {
      facts.put("verdict", row.verdict().code());
    }
    put(facts, "day", step.day());
    put(facts, "dueOn", row.dueOn());
    send(row, step.side(), step.act().event(), "step:" + row.id() + ":" + step.line(), facts);
  }

  void attached(SampleRow row, Side by, Id file, String name) {
    send(row, by, "sample-file", "file:" + file, Map.of("file", name));
  }

  /// @param by who did it and is not told; nobody where it was time
  private void send(
      SampleRow row, @Nullable Side by, String kind, String event, Map<String, Object> facts) {
    List<NewNotice> all = new ArrayList<>();
    Id seller = row.asked().sellerId();
    Id buyer = row.asked().buyerId();
    if (by != Side.SELLER) {
      all.add(notice(row, seller, buyer, kind, event, facts));
    }
    if (by != Side.BUYER) {
      all.add(notice(row, buyer, seller, kind, event, facts));
    }
    notices.send(all);
  }

  private NewNotice notice(
      SampleRow row, Id receiver, Id partner, String kind, String event, Map<String, Object> more) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("lotTitle", row.asked().lotTitle());
    OrganisationRef other = organisations.find(partner);
    if (other != null) {
      facts.put("partner", other.name());
      if (other.nameEn() != null) {
        facts.put("partnerEn", other.nameEn());
      }
    }
    facts.put("quantityG", row.asked().quantityG());
    facts.putAll(more);
    return new NewNotice(
        receiver, kind, event, Map.of("sample", row.id(), "lot", row.asked().lotId()), facts);
  }

  private static void put(Map<String, Object> facts, String name, @Nullable Object day) {
    if (day != null) {
      facts.put(name, day.toString());
    }
  }
}
