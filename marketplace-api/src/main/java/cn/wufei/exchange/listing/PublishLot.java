package cn.wufei.exchange.listing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.searchfeed.SearchFeed;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A producer offers tonnes of one of its streams. The promise is issued in the ledger, where it
/// limits all agreements; whether the tonnes lie there yet is another matter.
@Singleton
public class PublishLot {

  private final Organisations organisations;
  private final ReviewRule review;
  private final Streams streams;
  private final LotScreening screening;
  private final LotStore store;
  private final LotViews views;
  private final LotDocuments documents;
  private final SearchFeed feed;
  private final Journal journal;
  private final AuditLog audit;
  private final Clock clock;

  PublishLot(
      Organisations organisations,
      ReviewRule review,
      Streams streams,
      LotScreening screening,
      LotStore store,
      LotViews views,
      LotDocuments documents,
      SearchFeed feed,
      Journal journal,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.review = review;
    this.streams = streams;
    this.screening = screening;
    this.store = store;
    this.views = views;
    this.documents = documents;
    this.feed = feed;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the organisation may trade, it is a producer, its policy lets the
  /// caller publish, the stream is its own, the terms hold ([LotRules]), the hazard gate is clear,
  /// the months and the minimum hold. Must run in a posting write.
  public Outcome<Lot> handle(Caller caller, LotDraft draft) {
    return organisations
        .requireTrading(caller)
        .then(owner -> ownStream(caller, owner, draft))
        .then(stream ->
            screening
                .check(draft.terms(), stream)
                .then(terms -> terms.fitting(draft.quantityKg()))
                .then(terms -> publish(caller, draft, stream, terms)));
  }

  private Outcome<StreamRef> ownStream(Caller caller, OrganisationRef owner, LotDraft draft) {
    return Producers.require(owner)
        .then(_ -> review.requireNone(caller))
        .then(_ -> {
          StreamRef stream = streams.find(draft.streamId());
          return stream != null && stream.organisationId().equals(owner.id())
              ? Outcome.done(stream)
              : Outcome.refused(CommonRefusal.NOT_FOUND, "streamId");
        });
  }

  private Outcome<Lot> publish(Caller caller, LotDraft draft, StreamRef stream, LotTerms terms) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    Id id = Id.next();
    var row =
        new LotRow(
            id,
            1,
            LotStatus.PUBLISHED,
            stream.organisationId(),
            stream.siteId(),
            stream.id(),
            stream.materialKey(),
            stream.classCode(),
            stream.code(),
            stream.codeScheme(),
            terms,
            draft.saleMethod(),
            draft.quantityKind(),
            draft.quantityKg(),
            Objects.requireNonNullElse(draft.visibility(), LotVisibility.PUBLIC),
            now);
    return journal
        .post(
            TransferDraft.once(
                TransferKind.LOT_PUBLISHED,
                stream.organisationId(),
                id,
                now,
                List.of(
                    new Move(
                        AccountKey.commitment(AccountKind.ISSUED, stream.organisationId(), id),
                        AccountKey.commitment(AccountKind.AVAILABLE, stream.organisationId(), id),
                        draft.quantityKg()))))
        .map(_ -> {
          store.insert(row);
          Lot lot = views.of(row);
          feed.put(documents.of(lot));
          audit.record(
              caller,
              "lot-published",
              "lot",
              id,
              Map.of(
                  "streamId",
                  stream.id().toString(),
                  "quantityKg",
                  draft.quantityKg(),
                  "priceYuanPerT",
                  terms.priceYuanPerT()));
          return lot;
        });
  }
}
