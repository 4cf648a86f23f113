package cn.wufei.exchange.sample;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Joins requests with their parties, for one who reads them.
@Singleton
class SampleViews {

  private final Organisations organisations;
  private final Clock clock;

  SampleViews(Organisations organisations, Clock clock) {
    this.organisations = organisations;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }

  Sample of(Caller caller, SampleRow row) {
    return ofAll(caller, List.of(row), today()).getFirst();
  }

  /// As they are on a day.
  List<Sample> ofAll(Caller caller, List<SampleRow> rows, LocalDate today) {
    Map<Id, OrganisationRef> parties =
        organisations.findAll(idsOf(rows, SampleRow.Asked::sellerId, SampleRow.Asked::buyerId));
    Map<Id, SiteRef> sites =
        organisations.findSites(
            idsOf(rows, SampleRow.Asked::sellerSiteId, SampleRow.Asked::buyerSiteId));
    return rows.stream().map(row -> view(caller, row.asOf(today), parties, sites)).toList();
  }

  private static Set<Id> idsOf(
      List<SampleRow> rows,
      Function<SampleRow.Asked, Id> ofSeller,
      Function<SampleRow.Asked, Id> ofBuyer) {
    return rows.stream()
        .map(SampleRow::asked)
        .flatMap(asked -> Stream.of(ofSeller.apply(asked), ofBuyer.apply(asked)))
        .collect(Collectors.toSet());
  }

  private static Sample view(
      Caller caller, SampleRow row, Map<Id, OrganisationRef> parties, Map<Id, SiteRef> sites) {
    SampleRow.Asked asked = row.asked();
    Side side = caller.may(Role.TRADER) ? row.sideOf(caller) : null;
    return new Sample(
        row.id(),
        row.version(),
        row.status(),
        asked.lotId(),
        asked.lotTitle(),
        asked.materialKey(),
        Objects.requireNonNull(parties.get(asked.sellerId())),
        Objects.requireNonNull(parties.get(asked.buyerId())),
        Objects.requireNonNull(sites.get(asked.sellerSiteId())),
        Objects.requireNonNull(sites.get(asked.buyerSiteId())),
        asked.quantityG(),
        asked.wishes(),
        asked.wantedBy(),
        asked.courierPayer(),
        asked.message(),
        row.askedAt(),
        row.dueOn(),
        row.sendBy(),
        row.dispatch(),
        row.receivedOn(),
        row.verdict(),
        side == null ? List.of() : row.rules().actsOf(row.status(), SampleProcess.Actor.of(side)));
  }
}
