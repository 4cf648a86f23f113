package cn.wufei.seeds;

import cn.wufei.seeds.Api.Session;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who asks the API, each signed in once.
final class Desk {

  private final Api api;
  private final DemoData data;
  private final Map<String, Session> sessions = new HashMap<>();

  Desk(Api api, DemoData data) {
    this.api = api;
    this.data = data;
  }

  Session of(Account account) {
    return sessions.computeIfAbsent(account.login(), _ -> api.session(account));
  }

  Session operator() {
    return of(data.operator());
  }

  Session admin(String participantKey) {
    return of(data.account(data.participant(participantKey).admin()));
  }

  Session trader(String participantKey) {
    return of(data.memberFor(participantKey, "trader"));
  }

  Session gate(String participantKey) {
    return of(data.memberFor(participantKey, "gate"));
  }

  /// What of a usual month January to December bring, as the reference data say.
  List<BigDecimal> seasonShares(String profile) {
    for (JsonNode row : api.getAnonymously("/catalog/season-profiles").path("items")) {
      if (row.path("key").asText().equals(profile)) {
        List<BigDecimal> shares = new ArrayList<>();
        row.path("shares").forEach(share -> shares.add(share.decimalValue()));
        return shares;
      }
    }
    throw new IllegalStateException("the catalog has no season profile " + profile);
  }
}
