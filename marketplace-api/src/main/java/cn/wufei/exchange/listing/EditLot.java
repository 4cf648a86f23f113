package cn.wufei.exchange.listing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The owner changes what a lot says, never how much it promised.
@Singleton
public class EditLot {

  private final Organisations organisations;
  private final ReviewRule review;
  private final OwnLots own;
  private final LotStore store;
  private final LotScreening screening;
  private final Lots lots;
  private final AuditLog audit;
  private final Clock clock;

  EditLot(
      Organisations organisations,
      ReviewRule review,
      OwnLots own,
      LotStore store,
      LotScreening screening,
      Lots lots,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.review = review;
    this.own = own;
    this.store = store;
    this.screening = screening;
    this.lots = lots;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the organisation may trade, its policy lets the caller publish, the lot
  /// is its own, it is published or paused, no tender binds it, the version is the present one, the
  /// terms hold, the hazard gate is clear, the months and the minimum hold.
  ///
  /// @param visibility nothing when it stays as it is
  Outcome<Lot> handle(
      Caller caller, Id id, long version, LotTerms wanted, @Nullable LotVisibility visibility) {
    return organisations
        .requireTrading(caller)
        .then(owner ->
            review
                .requireNone(caller)
                .then(_ -> own.heldUnlessOver(caller, id, version))
                .then(row ->
                    screening
                        .check(wanted, row)
                        .then(terms -> terms.fitting(row.quantityKg()))
                        .map(terms ->
                            change(
                                caller,
                                owner,
                                row,
                                terms,
                                Objects.requireNonNullElse(visibility, row.visibility())))));
  }

  /// The same with what a whole lot says.
  public Outcome<Lot> handle(Caller caller, Id id, long version, LotDraft wanted) {
    return handle(caller, id, version, wanted.terms(), wanted.visibility());
  }

  private Lot change(
      Caller caller, OrganisationRef owner, LotRow row, LotTerms terms, LotVisibility visibility) {
    LotRow changed = row.withTerms(terms).withVisibility(visibility);
    store.replaceParts(changed, row.terms(), Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    audit.record(
        caller,
        "lot-changed",
        "lot",
        row.id(),
        Map.of(
            "priceYuanPerTBefore",
            row.terms().priceYuanPerT(),
            "priceYuanPerT",
            terms.priceYuanPerT(),
            "visibility",
            visibility.code()));
    return lots.refresh(changed, owner);
  }
}
