package cn.wufei.seeds;

import cn.wufei.seeds.Api.Session;
import java.util.HashMap;
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
}
