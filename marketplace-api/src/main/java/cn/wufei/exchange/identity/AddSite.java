package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Enters a site of the caller's organisation.
@Singleton
class AddSite {

  private final SiteRepository sites;
  private final AuditLog audit;
  private final Clock clock;

  AddSite(SiteRepository sites, AuditLog audit, Clock clock) {
    this.sites = sites;
    this.audit = audit;
    this.clock = clock;
  }

  /// Refused when the point, converted to WGS-84, is not where the exchange has sites.
  Outcome<SiteView> handle(Caller caller, Command command) {
    Degrees place = command.system().toWgs84(command.latitude(), command.longitude());
    return place.isInChina()
        ? Outcome.done(add(caller, command, place))
        : Outcome.refused(IdentityRefusal.PLACE_OUTSIDE, "latitude");
  }

  private SiteView add(Caller caller, Command command, Degrees place) {
    Site site =
        sites.save(
            new Site(
                Id.next(),
                caller.organisationId(),
                command.name(),
                command.nameEn(),
                command.adcode(),
                place.latitude(),
                place.longitude(),
                command.address(),
                command.railSiding(),
                command.wharf(),
                command.system().code(),
                Instant.now(clock),
                1));
    audit.record(
        caller,
        "site-added",
        "site",
        site.id(),
        Map.of(
            "adcode", site.adcode(),
            "latitude", site.latitude().toPlainString(),
            "longitude", site.longitude().toPlainString(),
            "givenSystem", site.givenSystem()));
    return SiteView.of(site);
  }

  /// @param latitude degrees in that system, as is the longitude
  record Command(
      String name,
      @Nullable String nameEn,
      String adcode,
      BigDecimal latitude,
      BigDecimal longitude,
      CoordinateSystem system,
      @Nullable String address,
      boolean railSiding,
      boolean wharf) {}
}
