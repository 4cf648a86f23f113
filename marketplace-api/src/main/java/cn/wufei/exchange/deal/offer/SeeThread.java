package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who may read what the parties wrote: they themselves, and the authorities.
@Singleton
@Connectable
class SeeThread {

  private final OfferStore offers;
  private final MessageStore messages;
  private final Attachments attachments;
  private final Organisations organisations;

  SeeThread(
      OfferStore offers,
      MessageStore messages,
      Attachments attachments,
      Organisations organisations) {
    this.offers = offers;
    this.messages = messages;
    this.attachments = attachments;
    this.organisations = organisations;
  }

  /// Of the whole negotiation that the offer is part of.
  Outcome<OfferThread> of(Caller caller, Id id) {
    OfferRow row = offers.find(id);
    if (row == null || !row.parties().maySee(caller)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    List<OfferRow> course = offers.course(id);
    List<Id> ids = course.stream().map(OfferRow::id).toList();
    return Outcome.done(new OfferThread(messagesOf(row, ids), filesOf(attachments, course)));
  }

  Outcome<StreamedFile> file(Caller caller, Id id, Id fileId) {
    OfferRow row = offers.find(id);
    return row != null && row.parties().maySee(caller)
        ? Outcome.found(attachments.open(row.subject(), fileId))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  private List<OfferMessage> messagesOf(OfferRow offer, List<Id> ids) {
    List<MessageStore.Row> rows = messages.of(ids);
    Map<Id, String> names =
        organisations.actorNames(
            rows.stream().map(MessageStore.Row::memberId).collect(Collectors.toSet()),
            List.of(offer.parties().sellerId(), offer.parties().buyerId()));
    return rows.stream()
        .map(row ->
            new OfferMessage(
                row.id(),
                row.offerId(),
                row.side(),
                names.getOrDefault(row.memberId(), ""),
                row.text(),
                row.sentAt()))
        .toList();
  }

  /// The files of offers, in the order in which they were attached.
  static List<OfferFile> filesOf(Attachments attachments, List<OfferRow> offers) {
    Map<Id, List<Attachment>> files =
        attachments.of(OfferRow.SUBJECT, offers.stream().map(OfferRow::id).toList());
    return offers.stream()
        .flatMap(offer ->
            files.getOrDefault(offer.id(), List.of()).stream()
                .map(file -> new OfferFile(offer.id(), sideOf(offer, file), file)))
        .sorted(Comparator.comparing(each -> each.file().id()))
        .toList();
  }

  private static Side sideOf(OfferRow offer, Attachment file) {
    return file.organisationId().equals(offer.parties().sellerId()) ? Side.SELLER : Side.BUYER;
  }
}
