package cn.wufei.exchange.partner;

import static cn.wufei.exchange.deal.Trade.body;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A seller and a buyer of converter sludge, which no other test trades, and what they decide about
/// each other.
final class Neighbours {

  private static final String MATERIAL = "bof-sludge";

  final Trade trade = Trade.begin();
  final TestOrganisation seller = trade.producer();
  final TestOrganisation buyer = trade.receiver();
  private final String stream;

  Neighbours() {
    TestExchange.get().search();
    stream =
        trade
            .seller()
            .post(
                "/streams",
                body(
                    "siteId",
                    seller.siteId().toString(),
                    "materialKey",
                    MATERIAL,
                    "classCode",
                    "SW07",
                    "name",
                    "转炉OG泥"))
            .expect(201)
            .text("id");
  }

  Map<String, Object> lotDraft() {
    Map<String, Object> lot = trade.lot(50_000);
    lot.put("streamId", stream);
    return lot;
  }

  Map<String, Object> demandDraft() {
    Map<String, Object> demand = trade.demand(40_000);
    demand.put("materialKeys", List.of(MATERIAL));
    demand.put("use", "iron-recovery");
    return demand;
  }

  /// A lot that searches find, as far as they may.
  String lot(Map<String, Object> draft) {
    String id = trade.seller().post("/lots", draft).expect(201).text("id");
    TestExchange.get().search().awaitVersion("wufei-lots", id, 1);
    return id;
  }

  String lot() {
    return lot(lotDraft());
  }

  String lotForApproved() {
    Map<String, Object> draft = lotDraft();
    draft.put("visibility", "approved-buyers");
    return lot(draft);
  }

  String demand(Map<String, Object> draft) {
    String id = trade.buyer().post("/demands", draft).expect(201).text("id");
    TestExchange.get().search().awaitVersion("wufei-demands", id, 1);
    return id;
  }

  String demand() {
    return demand(demandDraft());
  }

  static void block(TestOrganisation by, TestOrganisation whom) {
    decide(by, whom, body("standing", "blocked", "reason", "拖欠货款")).expect(201);
  }

  static void approve(TestOrganisation by, TestOrganisation whom, LocalDate validTo) {
    decide(
            by,
            whom,
            body(
                "standing", "approved", "approvalNumber", "安环准入-17", "validTo", validTo.toString()))
        .expect(201);
  }

  static void takeBack(TestOrganisation by, TestOrganisation whom) {
    decide(by, whom, body("standing", "none")).expect(201);
  }

  static Http.Answer decide(
      TestOrganisation by, TestOrganisation whom, Map<String, Object> decision) {
    return Http.as(by.admin()).post("/partners/" + whom.id() + "/decisions", decision);
  }

  /// Lets the seller's approval of the buyer end on a day, which may be over.
  void approvalEnds(LocalDate day) {
    Books.write(
        "update partner_partner set valid_to = ? where organisation_id = ? and partner_id = ?",
        day.toString(),
        seller.id().value(),
        buyer.id().value());
  }

  static long found(Http as, String kind, String id) {
    JsonNode page = as.get("/search/" + kind + "?id=" + id).expect(200).json();
    if (page.at("/items").size() != page.at("/total").asInt()) {
      throw new AssertionError("counted and listed differ: " + page);
    }
    return page.at("/total").asLong();
  }

  /// Whether a list of matches, near misses or blends names it.
  static boolean isListed(Http as, String path, String id) {
    return as.get(path).expect(200).body().contains(id);
  }
}
