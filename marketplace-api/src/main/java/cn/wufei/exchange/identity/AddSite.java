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

  Outcome<SiteView> handle(Caller caller, Command command) {
    Site site =
        sites.save(
            new Site(
                Id.next(),
                caller.organisationId(),
                command.name(),
                command.nameEn(),
                command.adcode(),
                command.latitude(),
                command.longitude(),
                command.address(),
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
            "longitude", site.longitude().toPlainString()));
    return Outcome.done(SiteView.of(site));
  }

  record Command(
      String name,
      @Nullable String nameEn,
      String adcode,
      BigDecimal latitude,
      BigDecimal longitude,
      @Nullable String address) {}
}
