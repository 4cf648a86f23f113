package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sites that were read before. Nobody can change a site or remove it; whoever makes that possible
/// has to think of this: they are remembered for some time, by each instance on its own.
@Singleton
class KnownSites {

  private static final int SITES_MAX = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final SiteViews views;
  private final Cache<Id, SiteRef> known =
      Caffeine.newBuilder().maximumSize(SITES_MAX).expireAfterWrite(KEPT).build();

  KnownSites(SiteViews views) {
    this.views = views;
  }

  /// Those that exist, by id.
  Map<Id, SiteRef> of(Collection<Id> ids) {
    Map<Id, SiteRef> found = new HashMap<>(known.getAllPresent(ids));
    List<Id> others = new ArrayList<>(ids);
    others.removeAll(found.keySet());
    if (!others.isEmpty()) {
      Map<Id, SiteRef> read = views.refs(others);
      known.putAll(read);
      found.putAll(read);
    }
    return found;
  }

  /// Read anew, as one may have been added.
  List<SiteRef> ofOrganisation(Id organisationId) {
    return views.refsOf(organisationId);
  }
}
