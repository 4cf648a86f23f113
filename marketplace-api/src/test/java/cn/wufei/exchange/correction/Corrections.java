package cn.wufei.exchange.correction;

import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.testing.Http;
import java.util.Map;

/// Proposing and answering corrections through the API.
public final class Corrections {

  /// What the trucks of [cn.wufei.exchange.deal.Trade] weigh empty.
  public static final int TARE_KG = 17_000;

  private Corrections() {}

  public static Map<String, Object> voiding(String kind, String subjectId) {
    return body("kind", kind, "subjectId", subjectId, "voids", true, "reason", "录入错误");
  }

  public static Map<String, Object> correcting(
      String kind, String subjectId, Map<String, Object> values) {
    return body(
        "kind", kind, "subjectId", subjectId, "voids", false, "values", values, "reason", "磅单抄错");
  }

  /// A weight of a load, by its net.
  public static Map<String, Object> net(long netKg) {
    return body("grossKg", TARE_KG + netKg);
  }

  public static Http.Answer propose(Http as, Map<String, Object> draft) {
    return as.post("/corrections", draft).expect(201);
  }

  public static Http.Answer answer(Http as, Http.Answer correction, String how) {
    Http versioned = as.ifMatch(correction.number("version"));
    String path = "/corrections/" + correction.text("id") + "/" + how;
    return how.equals("decline") ? versioned.post(path, Map.of()) : versioned.post(path);
  }

  public static Http.Answer approve(Http as, Http.Answer correction) {
    return answer(as, correction, "approval").expect(200);
  }

  /// Holds after whatever was corrected.
  public static void assertBooksHold() {
    assertThat(Books.sumOf("mass-kg")).isZero();
    assertThat(Books.sumOf("commitment-kg")).isZero();
    assertThat(Books.accountsThatDrifted()).isZero();
    assertThat(Books.limitedAccountsBelowZero()).isZero();
  }
}
