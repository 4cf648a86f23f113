package cn.wufei.exchange.price;

import static cn.wufei.exchange.deal.Trade.body;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.util.Map;

/// A price index that no other test knows, and the steps of stating it through the API.
public final class TestIndex {

  private final String code = "test-" + Fixtures.nextNumber();

  /// One that has a value of one month.
  public TestIndex(String month, double yuanPerT) {
    define(0).expect(200);
    state(month, yuanPerT).expect(201);
  }

  public String code() {
    return code;
  }

  public Http.Answer define(long version) {
    return operator()
        .ifMatch(version)
        .put(
            "/price-indices/" + code,
            body(
                "nameZh",
                "测试指数",
                "nameEn",
                "Index of a test",
                "source",
                "made up for a test",
                "verified",
                version > 0));
  }

  public Http.Answer state(String month, double yuanPerT) {
    return operator()
        .post("/price-indices/" + code + "/values", body("month", month, "yuanPerT", yuanPerT));
  }

  /// An offer's terms by which so much of the index, and so much more, is the price.
  public Map<String, Object> terms(double coefficient, double plusYuanPerT) {
    return body(
        "priceYuanPerT",
        70,
        "formula",
        body(
            "index",
            body("index", code, "coefficient", coefficient, "plusYuanPerT", plusYuanPerT)));
  }

  private static Http operator() {
    return Http.as(Fixtures.operator());
  }
}
