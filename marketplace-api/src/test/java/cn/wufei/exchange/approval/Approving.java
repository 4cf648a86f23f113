package cn.wufei.exchange.approval;

import static cn.wufei.exchange.deal.Trade.body;

import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.List;
import java.util.Map;

/// Steps of approval through the API.
public final class Approving {

  private Approving() {}

  /// Wants approval above a sum, of administrators too.
  public static void above(TestOrganisation firm, long fen) {
    change(firm, body("aboveFen", fen, "administratorsAlone", false));
  }

  public static void aboveForTraders(TestOrganisation firm, long fen) {
    change(firm, body("aboveFen", fen, "administratorsAlone", true));
  }

  public static void nothing(TestOrganisation firm) {
    change(firm, body("administratorsAlone", false));
  }

  private static void change(TestOrganisation firm, Map<String, Object> policy) {
    Http admin = Http.as(firm.admin());
    long version = admin.get("/policy").expect(200).number("version");
    admin.ifMatch(version).put("/policy/approval", policy).expect(200);
  }

  public static Http.Answer askToAccept(Http who, Http.Answer offer) {
    return who.ifMatch(offer.number("version"))
        .post("/offers/" + offer.text("id") + "/acceptance/approval");
  }

  public static Http.Answer approve(Http who, Http.Answer approval) {
    return who.post(path(approval) + "/approval");
  }

  public static Http.Answer refuse(Http who, Http.Answer approval) {
    return who.post(path(approval) + "/refusal", body("reason", "价格太低"));
  }

  public static Http.Answer withdraw(Http who, Http.Answer approval) {
    return who.post(path(approval) + "/withdrawal");
  }

  public static Http.Answer now(Http who, Http.Answer approval) {
    return who.get(path(approval)).expect(200);
  }

  public static String path(Http.Answer approval) {
    return "/approvals/" + approval.text("id");
  }

  public static List<String> steps(Http.Answer approval) {
    return approval.json().at("/steps").valueStream().map(step -> step.asText()).toList();
  }

  public static List<String> kinds(Http who) {
    return who.get("/notices").expect(200).json().at("/items").findValuesAsText("kind");
  }
}
