package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.deal.AgreedPrice;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.settlement.LoadPrice;
import cn.wufei.exchange.transfer.Load;
import cn.wufei.exchange.transfer.LoadStatus;
import cn.wufei.exchange.transfer.Loads;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Records a laboratory report over a batch of loads.
@Singleton
class RecordAssay {

  private final AssayStore assays;
  private final StatementStore statements;
  private final Agreements agreements;
  private final Loads loads;
  private final Catalog catalog;
  private final AuditLog audit;
  private final Clock clock;

  RecordAssay(
      AssayStore assays,
      StatementStore statements,
      Agreements agreements,
      Loads loads,
      Catalog catalog,
      AuditLog audit,
      Clock clock) {
    this.assays = assays;
    this.statements = statements;
    this.agreements = agreements;
    this.loads = loads;
    this.catalog = catalog;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the caller is a party of the agreement, its assay governs, something
  /// was measured, the day, the parameters, the loads, no load has another valid report, none is on
  /// a statement that counts, all have the same price, all that moves it was measured. Holds the
  /// agreement, so that no amendment changes the price of its loads meanwhile.
  Outcome<AssayBatch> handle(Caller caller, AssayDraft draft) {
    Agreement agreement = agreements.hold(draft.agreementId());
    Side side = agreement == null ? null : agreement.sideOf(caller.organisationId());
    if (agreement == null || side == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "agreementId");
    }
    if (!governs(agreement, side)) {
      return Outcome.refused(AssayRefusal.OTHER_SIDES_ASSAY);
    }
    if (draft.terms().measuresNothing() && !movesWithQuality(agreement)) {
      return Outcome.refused(AssayRefusal.NOTHING_MEASURED, "terms.moisturePct");
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    if (draft.sampledOn().isAfter(LocalCalendar.dayOf(now))) {
      return Outcome.refused(AssayRefusal.SAMPLED_IN_FUTURE, "sampledOn");
    }
    int unknown = firstUnknown(draft.measured());
    if (unknown >= 0) {
      return Outcome.refused(AssayRefusal.PARAMETER_UNKNOWN, "results[" + unknown + "].parameter");
    }
    int foreign = firstForeign(draft);
    if (foreign >= 0) {
      return Outcome.refused(AssayRefusal.LOAD_NOT_OF_AGREEMENT, "loadIds[" + foreign + "]");
    }
    Set<Id> assayed = assays.validOf(draft.loadIds()).keySet();
    if (!assayed.isEmpty()) {
      return AssayRefusal.LOAD_ASSAYED_ALREADY
          .<AssayBatch>about(loads.findAll(assayed).values())
          .at("loadIds");
    }
    Set<Id> stated = statements.stated(draft.loadIds());
    if (!stated.isEmpty()) {
      return AssayRefusal.LOAD_ON_STATEMENT
          .<AssayBatch>about(loads.findAll(stated).values())
          .at("loadIds");
    }
    return oneOf(agreement, draft)
        .then(agreed -> AssayPrice.of(agreed, draft))
        .map(price -> record(caller, draft, agreement, side, price, now));
  }

  private AssayBatch record(
      Caller caller,
      AssayDraft draft,
      Agreement agreement,
      Side side,
      BigDecimal priceYuanPerT,
      Instant now) {
    var assay =
        new AssayBatch(
            Id.next(),
            1,
            AssayBatch.Status.VALID,
            agreement.id(),
            agreement.number(),
            agreement.seller().id(),
            agreement.buyer().id(),
            side,
            draft.laboratory().strip(),
            draft.reportNumber().strip(),
            draft.sampledOn(),
            draft.terms(),
            priceYuanPerT,
            draft.measured(),
            draft.loadIds(),
            now,
            null);
    assays.insert(assay);
    audit.record(
        caller,
        "assay-recorded",
        "assay",
        assay.id(),
        Map.of(
            "agreement",
            agreement.number(),
            "loads",
            assay.loadIds().size(),
            "priceYuanPerT",
            priceYuanPerT));
    return assay;
  }

  private static boolean movesWithQuality(Agreement agreement) {
    return !agreement.adjustments().isEmpty()
        || agreement.prices().stream().anyMatch(price -> !price.adjustments().isEmpty());
  }

  /// The agreed price of all the loads: a report settles one.
  private Outcome<AgreedPrice> oneOf(Agreement agreement, AssayDraft draft) {
    Set<AgreedPrice> agreed = new HashSet<>();
    loads
        .findAll(draft.loadIds())
        .values()
        .forEach(load -> agreed.add(LoadPrice.of(load, agreement)));
    return agreed.size() == 1
        ? Outcome.done(agreed.iterator().next())
        : Outcome.refused(AssayRefusal.LOADS_OF_SEVERAL_PRICES, "loadIds");
  }

  private static boolean governs(Agreement agreement, Side side) {
    return switch (agreement.governingAssay()) {
      case SELLER -> side == Side.SELLER;
      case BUYER -> side == Side.BUYER;
      case THIRD_PARTY -> true;
    };
  }

  private int firstUnknown(List<AssayBatch.Result> results) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < results.size(); i++) {
      String key = results.get(i).parameter();
      if (catalog.parameter(key) == null || !seen.add(key)) {
        return i;
      }
    }
    return -1;
  }

  private int firstForeign(AssayDraft draft) {
    Map<Id, Load> found = loads.findAll(draft.loadIds());
    Set<Id> seen = new HashSet<>();
    for (int i = 0; i < draft.loadIds().size(); i++) {
      Load load = found.get(draft.loadIds().get(i));
      if (load == null
          || !load.agreementId().equals(draft.agreementId())
          || load.status() != LoadStatus.RECEIVED
          || !seen.add(load.id())) {
        return i;
      }
    }
    return -1;
  }
}
