package cn.wufei.exchange.listing.coverage;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotLimits;
import cn.wufei.exchange.listing.LotRefusal;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.listing.VisibleLots;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import cn.wufei.exchange.stream.profile.Profiles;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says how far a stream covers what is promised of it.
@Singleton
@Connectable
class SeeCoverage {

  private final Lots lots;
  private final VisibleLots visible;
  private final Streams streams;
  private final Profiles profiles;
  private final Balances balances;
  private final Clock clock;

  SeeCoverage(
      Lots lots,
      VisibleLots visible,
      Streams streams,
      Profiles profiles,
      Balances balances,
      Clock clock) {
    this.lots = lots;
    this.visible = visible;
    this.streams = streams;
    this.profiles = profiles;
    this.balances = balances;
    this.clock = clock;
  }

  /// Whoever may read the lot hears whether it is covered; its owner and the authorities hear the
  /// figures.
  Outcome<LotCoverage> ofLot(Caller caller, Id id) {
    Lot lot = lots.find(id);
    boolean mayKnow = lot != null && caller.maySee(lot.organisation().id());
    if (lot == null || !visible.maySee(caller, lot)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Coverage coverage =
        reckoning(lot.streamId(), today()).of(promises(lot.streamId(), null), lot.availableTo());
    return Outcome.done(new LotCoverage(coverage.state(), mayKnow ? coverage : null));
  }

  /// How it would be with one lot more, or with one of them otherwise.
  ///
  /// @param until the lot's last day
  /// @param quantityKg of the lot
  /// @param instead a lot that is left out
  Outcome<Forecast> withLot(
      Caller caller, Id streamId, LocalDate until, long quantityKg, @Nullable Id instead) {
    StreamRef stream = streams.find(streamId);
    if (stream == null || !caller.maySee(stream.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    LocalDate today = today();
    if (until.isAfter(today.plusYears(LotLimits.WINDOW_YEARS_MAX))) {
      return Outcome.refused(LotRefusal.WINDOW_TOO_LONG, "until");
    }
    return Outcome.done(
        reckoning(streamId, today)
            .with(new Reckoning.Promise(until, quantityKg), promises(streamId, instead)));
  }

  private Reckoning reckoning(Id stream, LocalDate today) {
    return new Reckoning(balances.netOfStreamAt(stream, today), profiles.of(stream), today);
  }

  private List<Reckoning.Promise> promises(Id stream, @Nullable Id leftOut) {
    return lots.openOf(stream).stream()
        .filter(lot -> !lot.id().equals(leftOut))
        .map(lot -> new Reckoning.Promise(lot.availableTo(), lot.availableKg() + lot.reservedKg()))
        .toList();
  }

  private LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }
}
