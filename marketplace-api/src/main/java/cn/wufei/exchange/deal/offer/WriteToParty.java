package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.attachment.ReceivedFile;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/// One party of an offer writes to the other beside it, or attaches a file: on trucks, loading
/// hours, sampling. Nothing of it changes the offer. Possible while it can be answered and after it
/// was accepted, also for a party that may begin nothing new: loads may be on the road.
@Singleton
class WriteToParty {

  static final int MESSAGES_MAX = 200;

  private final OfferStore offers;
  private final MessageStore messages;
  private final Attachments attachments;
  private final Organisations organisations;
  private final OfferNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  WriteToParty(
      OfferStore offers,
      MessageStore messages,
      Attachments attachments,
      Organisations organisations,
      OfferNotices notices,
      AuditLog audit,
      Clock clock) {
    this.offers = offers;
    this.messages = messages;
    this.attachments = attachments;
    this.organisations = organisations;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  @Serdeable
  @Schema(name = "OfferMessageDraft")
  record Draft(@NotBlank @Size(max = 2_000) String text) {}

  /// Checked in this order: the caller is a party, the offer is open or accepted, there is room.
  Outcome<OfferMessage> message(Caller caller, Id id, Draft draft) {
    return held(caller, id).then(offer -> sent(caller, offer, draft.text().strip()));
  }

  private Outcome<OfferMessage> sent(Caller caller, Held held, String text) {
    Id offer = held.offer().id();
    if (messages.count(offer) >= MESSAGES_MAX) {
      return Outcome.<OfferMessage>refused(ThreadRefusal.THREAD_FULL)
          .with("messagesMax", MESSAGES_MAX);
    }
    var row =
        new MessageStore.Row(
            Id.next(),
            offer,
            held.side(),
            caller.memberId(),
            text,
            Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    messages.insert(row);
    audit.record(
        caller,
        "offer-message-sent",
        OfferRow.SUBJECT,
        offer,
        Map.of("messageId", row.id().toString()));
    notices.written(held.offer(), held.side(), row.id(), text);
    String sender =
        organisations
            .actorNames(Set.of(caller.memberId()), caller.organisationId())
            .getOrDefault(caller.memberId(), "");
    return Outcome.done(new OfferMessage(row.id(), offer, row.side(), sender, text, row.sentAt()));
  }

  /// Checked in this order: the caller is a party, the offer is open or accepted, none of its files
  /// has the same content, it has not as many as it can have.
  Outcome<Attachment> file(Caller caller, Id id, ReceivedFile file) {
    return held(caller, id)
        .then(held ->
            attachments
                .add(caller, held.offer().subject(), file)
                .map(attached -> {
                  audit.record(
                      caller,
                      "offer-file-attached",
                      OfferRow.SUBJECT,
                      id,
                      Map.of("file", attached.name(), "sha256", attached.sha256()));
                  notices.attached(held.offer(), held.side(), attached);
                  return attached;
                }));
  }

  private Outcome<Held> held(Caller caller, Id id) {
    OfferRow row = offers.lockOffer(id);
    Side side = row == null ? null : row.parties().sideOf(caller);
    if (row == null || side == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return switch (row.statusOn(LocalCalendar.dayOf(Instant.now(clock)))) {
      case OPEN, ACCEPTED -> Outcome.done(new Held(row, side));
      case EXPIRED -> Outcome.refused(OfferRefusal.OFFER_EXPIRED);
      case DECLINED, WITHDRAWN, COUNTERED -> Outcome.refused(OfferRefusal.OFFER_NOT_OPEN);
    };
  }

  private record Held(OfferRow offer, Side side) {}
}
