package cn.wufei.exchange.transfer;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.AgreementStatus;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.calloff.CalledOff;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A truck left the producer's weighbridge. Its tonnes are drawn from the recorded stock, oldest
/// generation year first; what was not recorded to be there leaves all the same, against the
/// stream's unreconciled account, where everybody sees it. The same transfer fulfils the agreement.
/// What goes beyond the agreement or its call-offs ([CalledOff]) leaves too, and is marked.
@Singleton
class DispatchLoad {

  private final Organisations organisations;
  private final Agreements agreements;
  private final CalledOff calledOff;
  private final LoadStore store;
  private final LoadViews views;
  private final Journal journal;
  private final AuditLog audit;
  private final Clock clock;

  DispatchLoad(
      Organisations organisations,
      Agreements agreements,
      CalledOff calledOff,
      LoadStore store,
      LoadViews views,
      Journal journal,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.agreements = agreements;
    this.calledOff = calledOff;
    this.store = store;
    this.views = views;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the organisation may trade, the agreement is there for it to see, it is
  /// the seller's, it is active, the weights and the time can be ([LoadRules]).
  Outcome<Load> handle(Caller caller, LoadDraft draft) {
    return organisations
        .requireTrading(caller)
        .then(_ -> sellersAgreement(caller, draft.agreementId()))
        .then(agreement ->
            LoadRules.dispatched(draft.weighing(), Instant.now(clock))
                .then(origin -> dispatch(caller, agreement, draft, origin)));
  }

  private Outcome<Agreement> sellersAgreement(Caller caller, Id id) {
    Agreement agreement = agreements.find(id);
    if (agreement == null || !Agreements.maySee(caller, agreement)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "agreementId");
    }
    if (!agreement.seller().id().equals(caller.organisationId())) {
      return Outcome.refused(LoadRefusal.NOT_THE_SELLER);
    }
    return agreement.status() == AgreementStatus.ACTIVE
        ? Outcome.done(agreement)
        : Outcome.refused(LoadRefusal.AGREEMENT_NOT_ACTIVE, "agreementId");
  }

  private Outcome<Load> dispatch(
      Caller caller, Agreement agreement, LoadDraft draft, Weighing origin) {
    Id id = Id.next();
    LoadRow.Route route = route(agreement);
    int year = LocalCalendar.dayOf(origin.at()).getYear();
    Journal.StockDraw draw =
        journal.drawOldestFirst(
            route.origin(),
            origin.netKg(),
            year,
            generated -> AccountKey.load(AccountKind.IN_TRANSIT, route.origin(), id, generated));
    Agreements.Loading loading = Agreements.load(agreement, origin.netKg());
    long beyondCallOffKg = calledOff.beyondKg(agreement, origin.netKg(), origin.at());
    List<Move> moves = new ArrayList<>(draw.moves());
    moves.addAll(loading.moves());
    return journal
        .post(
            TransferDraft.once(
                TransferKind.LOAD_DISPATCHED, caller.organisationId(), id, origin.at(), moves))
        .map(_ -> {
          var row =
              new LoadRow(
                  id,
                  String.format(Locale.ROOT, "L%d-%06d", year, store.nextNumber(year)),
                  LoadRow.FIRST_VERSION,
                  LoadStatus.IN_TRANSIT,
                  route,
                  draft.truck(),
                  origin,
                  draw.beyondStockKg(),
                  loading.beyondAgreementKg(),
                  beyondCallOffKg,
                  null,
                  null);
          store.insert(row, byYear(draw.moves()));
          agreements.refresh(agreement.id());
          audit.record(caller, "load-dispatched", "load", id, facts(row));
          return views.of(row);
        });
  }

  private static LoadRow.Route route(Agreement agreement) {
    return new LoadRow.Route(
        agreement.id(),
        agreement.number(),
        agreement.streamId(),
        agreement.materialKey(),
        agreement.seller().id(),
        agreement.buyer().id(),
        agreement.sellerSite().id(),
        agreement.buyerSite().id());
  }

  static SequencedMap<Integer, Long> byYear(List<Move> moves) {
    SequencedMap<Integer, Long> years = new TreeMap<>();
    for (Move move : moves) {
      Integer year = move.to().generationYear();
      if (year == null) {
        throw new IllegalStateException("tonnes in transit have a year: " + move);
      }
      years.merge(year, move.amount(), Long::sum);
    }
    return years;
  }

  private static Map<String, Object> facts(LoadRow load) {
    return Map.of(
        "number",
        load.number(),
        "agreementId",
        load.route().agreementId().toString(),
        "netKg",
        load.origin().netKg(),
        "beyondStockKg",
        load.beyondStockKg(),
        "beyondAgreementKg",
        load.beyondAgreementKg(),
        "beyondCallOffKg",
        load.beyondCallOffKg());
  }
}
