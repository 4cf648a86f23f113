package cn.wufei.seeds.region;

import cn.wufei.seeds.Api;
import java.util.Map;

/// A region that is on the market: the API's ids by the region's numbers, and the sessions of the
/// firms' members, each for one thread at a time.
public record Published(
    Region region,
    Map<Integer, String> organisationIds,
    Map<Integer, String> siteIds,
    Map<Integer, String> lotIds,
    Map<Integer, String> demandIds,
    Map<Integer, Api.Session> sessions) {

  public Published {
    organisationIds = Map.copyOf(organisationIds);
    siteIds = Map.copyOf(siteIds);
    lotIds = Map.copyOf(lotIds);
    demandIds = Map.copyOf(demandIds);
    sessions = Map.copyOf(sessions);
  }

  public String lotId(Region.Lot lot) {
    return there(lotIds, lot.number());
  }

  public String demandId(Region.Demand demand) {
    return there(demandIds, demand.number());
  }

  public Api.Session session(Region.Firm firm) {
    return there(sessions, firm.number());
  }

  static <T> T there(Map<Integer, T> made, int number) {
    T found = made.get(number);
    if (found == null) {
      throw new IllegalStateException("nothing was made under the number " + number);
    }
    return found;
  }
}
