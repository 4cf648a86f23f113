package cn.wufei.seeds;

import cn.wufei.seeds.Participant.Place;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Brings in the demo's organisations, their members and their places. The operator makes them, as
/// only it may call them a demo, and verifies the authorities; the industry bureau verifies the
/// rest.
final class SettleParticipants {

  private final DemoData data;
  private final Desk desk;

  SettleParticipants(DemoData data, Desk desk) {
    this.data = data;
    this.desk = desk;
  }

  /// When the first of them was made, and the ids of all their places by key.
  Settled run() {
    Map<String, JsonNode> organisations = new HashMap<>();
    Map<String, JsonNode> earlier = earlierOnes();
    for (Participant participant : data.participants()) {
      JsonNode there = earlier.get(participant.uscc());
      organisations.put(participant.key(), there == null ? sign(participant) : there);
    }
    Map<String, String> siteIds = new HashMap<>();
    int members = 0;
    for (Participant participant : data.participants()) {
      if (participant.verified()) {
        verify(participant, node(organisations, participant.key()));
      }
      members += addMembers(participant);
      for (Place place : participant.sites()) {
        siteIds.put(place.key(), addSite(participant, place));
      }
    }
    LoadDemo.say(
        organisations.size()
            + " organisations, "
            + members
            + " members, "
            + siteIds.size()
            + " sites");
    String first =
        node(organisations, data.participants().getFirst().key()).path("createdAt").asText();
    return new Settled(new DemoCalendar(Instant.parse(first)), siteIds);
  }

  /// By their code. They are read rather than signed up again, because an address may sign up only
  /// a few organisations an hour, and an interrupted load would wait for that.
  private Map<String, JsonNode> earlierOnes() {
    Map<String, JsonNode> organisations = new HashMap<>();
    for (JsonNode organisation : desk.operator().list("/organisations")) {
      organisations.put(organisation.path("uscc").asText(), organisation);
    }
    return organisations;
  }

  private JsonNode sign(Participant participant) {
    Account admin = data.account(participant.admin());
    ObjectNode body =
        Api.body()
            .put("uscc", participant.uscc())
            .put("name", participant.name())
            .put("nameEn", participant.nameEn())
            .put("kind", participant.kind())
            .put("adcode", participant.adcode())
            .put("demo", true);
    ObjectNode first =
        body.putObject("admin")
            .put("login", admin.login())
            .put("password", admin.password())
            .put("name", admin.name());
    if (participant.isAuthority()) {
      first.put("role", admin.role());
    }
    return desk.operator().post("/organisations", "demo-org-" + participant.key(), body);
  }

  private void verify(Participant participant, JsonNode organisation) {
    if (organisation.path("status").asText().equals("verified")) {
      return;
    }
    Api.Session verifier =
        participant.isAuthority() ? desk.operator() : desk.of(data.industryBureau());
    ObjectNode body = Api.body().put("decision", "verified").put("note", "演示主体");
    verifier.post(
        "/organisations/" + organisation.path("id").asText() + "/verification",
        "demo-verify-" + participant.key(),
        body,
        organisation);
  }

  private int addMembers(Participant participant) {
    int members = 0;
    for (Account account : data.membersOf(participant)) {
      members++;
      if (account.login().equals(participant.admin())) {
        continue;
      }
      ObjectNode body =
          Api.body()
              .put("login", account.login())
              .put("name", account.name())
              .put("role", account.role())
              .put("password", account.password());
      desk.admin(participant.key()).post("/members", "demo-member-" + account.login(), body);
    }
    return members;
  }

  private String addSite(Participant participant, Place place) {
    ObjectNode body =
        Api.body()
            .put("name", place.name())
            .put("nameEn", place.nameEn())
            .put("adcode", place.adcode())
            .put("latitude", place.latitude())
            .put("longitude", place.longitude())
            .put("address", place.address())
            .put("railSiding", place.railSiding());
    return desk.admin(participant.key())
        .post("/sites", "demo-site-" + place.key(), body)
        .path("id")
        .asText();
  }

  private static JsonNode node(Map<String, JsonNode> nodes, String key) {
    JsonNode node = nodes.get(key);
    if (node == null) {
      throw new IllegalStateException("no organisation " + key);
    }
    return node;
  }

  /// The moment that the demo counts from, and the ids of the places by their key in the file.
  record Settled(DemoCalendar calendar, Map<String, String> siteIds) {
    Settled {
      siteIds = Map.copyOf(siteIds);
    }
  }
}
