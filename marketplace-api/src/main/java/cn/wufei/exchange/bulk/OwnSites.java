package cn.wufei.exchange.bulk;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A firm's sites, as its tables name them.
@Singleton
public class OwnSites {

  private final Organisations organisations;

  OwnSites(Organisations organisations) {
    this.organisations = organisations;
  }

  /// The site of a name, Chinese or English; of two of the same name none, as it is not said which.
  public Function<String, @Nullable Id> byName(Caller caller) {
    Map<String, Id> named = new HashMap<>();
    Map<String, Id> twice = new HashMap<>();
    for (SiteRef site : organisations.sitesOf(caller.organisationId())) {
      put(named, twice, site.name(), site.id());
      String english = site.nameEn();
      if (english != null && !english.equals(site.name())) {
        put(named, twice, english, site.id());
      }
    }
    named.keySet().removeAll(twice.keySet());
    return named::get;
  }

  private static void put(Map<String, Id> named, Map<String, Id> twice, String name, Id site) {
    if (named.putIfAbsent(name, site) != null) {
      twice.put(name, site);
    }
  }
}
