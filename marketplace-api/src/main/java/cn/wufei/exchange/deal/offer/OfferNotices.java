package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Parties;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells the parties of an offer what the other one did about it, and what its timers did. Runs in
/// the transaction of the act.
@Singleton
class OfferNotices {

  private static final int EXCERPT_MAX = 80;

  private final Organisations organisations;
  private final Notices notices;

  OfferNotices(Organisations organisations, Notices notices) {
    this.organisations = organisations;
    this.notices = notices;
  }

  void made(OfferRow offer) {
    notices.send(List.of(notice("offer-received", offer, offer.otherId(), null)));
  }

  /// @param counter the offer that answers another
  void countered(OfferRow counter) {
    notices.send(List.of(notice("offer-countered", counter, counter.otherId(), null)));
  }

  void accepted(OfferRow offer, Agreement agreement) {
    notices.send(List.of(notice("offer-accepted", offer, offer.proposerId(), agreement)));
  }

  void declined(OfferRow offer) {
    notices.send(List.of(notice("offer-declined", offer, offer.proposerId(), null)));
  }

  void withdrawn(OfferRow offer) {
    notices.send(List.of(notice("offer-withdrawn", offer, offer.otherId(), null)));
  }

  void expiring(Collection<OfferRow> offers) {
    notices.send(
        offers.stream()
            .map(offer -> notice("offer-expiring", offer, offer.otherId(), null))
            .toList());
  }

  void expired(OfferRow offer) {
    notices.send(
        Stream.of(offer.proposerId(), offer.otherId())
            .map(receiver -> notice("offer-expired", offer, receiver, null))
            .toList());
  }

  /// @param by who has written
  void written(OfferRow offer, Side by, Id message, String text) {
    notices.send(
        List.of(beside("offer-message", offer, by, "message:" + message, "text", excerptOf(text))));
  }

  /// The begin of a text on one line, cut between two characters.
  private static String excerptOf(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= EXCERPT_MAX
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT_MAX - 1)) + "…";
  }

  /// @param by who has attached it
  void attached(OfferRow offer, Side by, Attachment file) {
    notices.send(
        List.of(beside("offer-file", offer, by, "file:" + file.id(), "file", file.name())));
  }

  private NewNotice beside(
      String kind, OfferRow offer, Side by, String event, String name, String value) {
    Parties parties = offer.parties();
    Id sender = by == Side.SELLER ? parties.sellerId() : parties.buyerId();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("lotTitle", parties.lotTitle());
    addPartner(facts, sender);
    facts.put(name, value);
    return new NewNotice(
        by == Side.SELLER ? parties.buyerId() : parties.sellerId(),
        kind,
        event,
        Map.of("offer", offer.id(), "lot", parties.lotId()),
        facts);
  }

  private NewNotice notice(
      String kind, OfferRow offer, Id receiver, @Nullable Agreement agreement) {
    Map<String, Id> subjects = new LinkedHashMap<>();
    subjects.put("offer", offer.id());
    subjects.put("lot", offer.parties().lotId());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("lotTitle", offer.parties().lotTitle());
    addPartner(facts, receiver.equals(offer.otherId()) ? offer.proposerId() : offer.otherId());
    facts.put("quantityKg", offer.terms().quantityKg());
    facts.put("priceYuanPerT", offer.terms().priceYuanPerT());
    facts.put("validTo", offer.validTo().toString());
    if (agreement != null) {
      subjects.put("agreement", agreement.id());
      facts.put("agreementNumber", agreement.number());
    }
    return new NewNotice(receiver, kind, "offer:" + offer.id(), subjects, facts);
  }

  private void addPartner(Map<String, Object> facts, Id partner) {
    OrganisationRef organisation = organisations.find(partner);
    if (organisation != null) {
      facts.put("partner", organisation.name());
      if (organisation.nameEn() != null) {
        facts.put("partnerEn", organisation.nameEn());
      }
    }
  }
}
