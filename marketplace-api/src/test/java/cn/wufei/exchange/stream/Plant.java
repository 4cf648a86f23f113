package cn.wufei.exchange.stream;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A steel plant that nobody else knows and what it enters, through the API. Bodies are accepted as
/// they are; a test changes what it is about.
public final class Plant {

  public static final String SLAG = "bof-slag";
  public static final String TAIL = "steel-slag-tailings";

  private final TestOrganisation organisation;

  private Plant(TestOrganisation organisation) {
    this.organisation = organisation;
  }

  public static Plant begin() {
    return new Plant(Fixtures.producer());
  }

  public TestOrganisation organisation() {
    return organisation;
  }

  public Http trader() {
    return Http.as(organisation.trader());
  }

  public Http reader() {
    return Http.as(organisation.reader());
  }

  public String stream(String material, String name) {
    return stream(material, name, organisation.siteId().toString());
  }

  public String stream(String material, String name, String site) {
    return trader()
        .post(
            "/streams",
            body("siteId", site, "materialKey", material, "classCode", "SW01", "name", name))
        .expect(201)
        .text("id");
  }

  public String furtherSite() {
    return Http.as(organisation.admin())
        .post(
            "/sites", body("name", "二厂", "adcode", "370300", "latitude", 36.9, "longitude", 118.2))
        .expect(201)
        .text("id");
  }

  public Http.Answer enter(String stream, String kind, long kg, String day) {
    return post(stream, entry(kind, kg, day)).expect(201);
  }

  public void opening(String stream, long kg, String day, int generationYear) {
    Map<String, Object> entry = entry("opening-stock", kg, day);
    entry.put("generationYear", generationYear);
    post(stream, entry).expect(201);
  }

  public Http.Answer post(String stream, Map<String, Object> entry) {
    return trader().post("/streams/" + stream + "/entries", entry);
  }

  public static Map<String, Object> entry(String kind, long kg, String day) {
    return body("kind", kind, "quantityKg", kg, "occurredOn", day);
  }

  /// To or by the slag powder works of the same group.
  public static Map<String, Object> related(String kind, long kg, String day) {
    Map<String, Object> entry = entry(kind, kg, day);
    entry.put("counterparty", body("name", "集团矿粉公司"));
    return entry;
  }

  public static Map<String, Object> move(String to, long kg, String day) {
    Map<String, Object> entry = entry("site-move", kg, day);
    entry.put("toStreamId", to);
    return entry;
  }

  public Http.Answer process(Map<String, Object> processing) {
    return trader().post("/processings", processing);
  }

  /// One input, one output, one product.
  public static Map<String, Object> processing(
      String day, String input, long inputKg, String output, long outputKg, long productKg) {
    return body(
        "occurredOn",
        day,
        "inputs",
        List.of(part(input, inputKg)),
        "outputs",
        List.of(part(output, outputKg)),
        "products",
        List.of(body("name", "渣钢", "quantityKg", productKg)),
        "method",
        "belt-scale");
  }

  public static Map<String, Object> part(String stream, long kg) {
    return body("streamId", stream, "quantityKg", kg);
  }

  /// On hand, unreconciled, net.
  public List<Long> balance(String stream) {
    Http.Answer answer = reader().get("/streams/" + stream).expect(200);
    return List.of(
        answer.number("balance/onHandKg"),
        answer.number("balance/unreconciledKg"),
        answer.number("balance/netKg"));
  }

  public Map<Integer, Long> onHandByYear(String stream) {
    Map<Integer, Long> years = new LinkedHashMap<>();
    reader()
        .get("/streams/" + stream)
        .expect(200)
        .json()
        .at("/balance/years")
        .forEach(
            year -> years.put(year.get("generationYear").asInt(), year.get("onHandKg").asLong()));
    return years;
  }

  /// The statement of one year.
  public JsonNode year(String stream, int year) {
    for (JsonNode item :
        reader().get("/streams/" + stream + "/years").expect(200).json().get("items")) {
      if (item.get("year").asInt() == year) {
        return item;
      }
    }
    throw new AssertionError("no year " + year + " of " + stream);
  }

  public Http.Answer rate(String period) {
    return reader().get("/metrics/utilisation?" + period).expect(200);
  }

  /// A JSON object whose members may be changed, in the order given.
  public static Map<String, Object> body(Object... keysAndValues) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      body.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return body;
  }
}
