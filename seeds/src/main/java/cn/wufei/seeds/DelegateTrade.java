package cn.wufei.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;

/// Has one firm act for another, as a group company does for its plants. The two never trade with
/// each other in the demo: nobody may act on both sides.
final class DelegateTrade {

  private static final String DELEGATOR = "chenxi";
  private static final String DELEGATE = "yunling";

  private final DemoData data;
  private final Desk desk;

  DelegateTrade(DemoData data, Desk desk) {
    this.data = data;
    this.desk = desk;
  }

  /// Left alone where an earlier load came so far.
  void run() {
    Api.Session giver = desk.admin(DELEGATOR);
    if (!giver.list("/delegations").isEmpty()) {
      return;
    }
    LocalDate today = DemoCalendar.dayOf(Instant.now());
    ObjectNode draft =
        Api.body()
            .put("delegateId", idOf(DELEGATE))
            .put("firstDay", today.toString())
            .put("lastDay", today.plusYears(1).minusDays(1).toString())
            .put("note", "同集团统一销售与发运（演示）")
            .put("password", passwordOf(DELEGATOR));
    draft.putArray("scopes").add("trade").add("gate");
    JsonNode offered = giver.post("/delegations", "demo-delegation", draft);
    desk.admin(DELEGATE)
        .post(
            "/delegations/" + offered.path("id").asText() + "/acceptance",
            "demo-delegation-accepted",
            Api.body().put("password", passwordOf(DELEGATE)),
            offered);
    LoadDemo.say("one firm acts for another");
  }

  private String passwordOf(String participantKey) {
    return data.account(data.participant(participantKey).admin()).password();
  }

  private String idOf(String participantKey) {
    String uscc = data.participant(participantKey).uscc();
    return desk.operator().list("/organisations").stream()
        .filter(organisation -> organisation.path("uscc").asText().equals(uscc))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }
}
