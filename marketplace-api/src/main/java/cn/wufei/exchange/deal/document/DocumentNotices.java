package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells the other side of an agreement what was done about its document. Runs in the transaction
/// of the act.
@Singleton
class DocumentNotices {

  private final Notices notices;

  DocumentNotices(Notices notices) {
    this.notices = notices;
  }

  void signed(DocumentDesk.HeldVersion version) {
    tell("document-signed", version, Map.of());
  }

  /// Both sides have signed.
  void complete(DocumentDesk.HeldVersion version) {
    tell("document-complete", version, Map.of());
  }

  void paperRecorded(DocumentDesk.HeldVersion version, PaperRow paper) {
    tell("document-paper-recorded", version, paper.id(), facts(paper));
  }

  void paperRefused(DocumentDesk.HeldVersion version, PaperRow paper, String reason) {
    Map<String, Object> facts = new LinkedHashMap<>(facts(paper));
    facts.put("reason", reason);
    tell("document-paper-refused", version, paper.id(), facts);
  }

  void paperWithdrawn(DocumentDesk.HeldVersion version, PaperRow paper) {
    tell("document-paper-withdrawn", version, paper.id(), facts(paper));
  }

  void proposed(DocumentDesk.HeldVersion version, String note) {
    tell("document-amendment-proposed", version, Map.of("note", note));
  }

  void refused(DocumentDesk.HeldVersion version, String reason) {
    tell("document-amendment-refused", version, Map.of("reason", reason));
  }

  void withdrawn(DocumentDesk.HeldVersion version) {
    tell("document-amendment-withdrawn", version, Map.of());
  }

  private static Map<String, Object> facts(PaperRow paper) {
    return Map.of("externalNumber", paper.externalNumber());
  }

  private void tell(String kind, DocumentDesk.HeldVersion version, Map<String, Object> more) {
    tell(kind, version, version.row().id(), more);
  }

  /// @param about the version or paper: of each, a thing of that kind happens once
  private void tell(
      String kind, DocumentDesk.HeldVersion version, Id about, Map<String, Object> more) {
    Agreement agreement = version.agreement();
    boolean isBySeller = version.side() == Side.SELLER;
    OrganisationRef by = isBySeller ? agreement.seller() : agreement.buyer();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("agreementNumber", agreement.number());
    facts.put("lotTitle", agreement.lotTitle());
    facts.put("partner", by.name());
    if (by.nameEn() != null) {
      facts.put("partnerEn", by.nameEn());
    }
    facts.put("number", version.row().number());
    facts.putAll(more);
    notices.send(
        List.of(
            new NewNotice(
                (isBySeller ? agreement.buyer() : agreement.seller()).id(),
                kind,
                "document:" + about,
                Map.of("agreement", agreement.id(), "lot", agreement.lotId()),
                facts)));
  }
}
