package cn.wufei.exchange.deal.document;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.worklist.Work;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendmentIT {

  private static final String TERMS = "运输全程苫盖；每月末反馈利用量，附磅单。";

  private final Paperwork paperwork = Paperwork.signed();
  private final Trade trade = paperwork.trade();
  private final Http seller = trade.seller();
  private final Http buyer = trade.buyer();
  private final String amendments = paperwork.path() + "/amendments";

  @Test
  void an_amendment_holds_when_both_have_signed_it() {
    Http.Answer before = paperwork.agreement();
    String firstHash = paperwork.sha256();
    LocalDate later = trade.today().plusDays(50);
    Map<String, Object> draft = paperwork.amendment("deliverTo", later.toString());
    draft.put("tolerancePct", 7.5);
    draft.put("pollutionTerms", TERMS);
    draft.put("paymentTerms", "月结，次月十日前付清。");
    draft.put("filingReference", "鲁固备2026-77");

    JsonNode proposed = seller.post(amendments, draft).expect(201).json();

    JsonNode version = proposed.at("/versions/0");
    assertThat(proposed.at("/open").asInt()).isEqualTo(2);
    assertThat(proposed.at("/inForce").asInt()).isEqualTo(1);
    assertThat(version.at("/proposer").asText()).isEqualTo("seller");
    assertThat(version.at("/proposedBy").asText()).isEqualTo(paperwork.seller().login());
    assertThat(version.at("/note").asText()).isEqualTo("检修推迟");
    assertThat(version.at("/changes").findValuesAsText("field"))
        .containsExactly(
            "deliverTo", "tolerancePct", "pollutionTerms", "paymentTerms", "filingReference");
    assertThat(version.at("/changes/1/before").asText()).isEqualTo("5");
    assertThat(version.at("/changes/1/after").asText()).isEqualTo("7.5");
    assertThat(version.at("/content/previousSha256").asText()).isEqualTo(firstHash);
    assertThat(version.at("/content/seller")).isEqualTo(proposed.at("/versions/1/content/seller"));
    assertThat(DocumentIT.texts(proposed.at("/acts")))
        .containsExactly("sign", "record-paper", "withdraw");
    assertThat(DocumentIT.texts(paperwork.read().at("/acts")))
        .containsExactly("sign", "record-paper", "refuse");
    assertThat(Work.only(buyer, "agreement-to-sign").at("/aspect").asText()).isEqualTo("amendment");
    assertThat(told(buyer).at("/kind").asText()).isEqualTo("document-amendment-proposed");
    assertThat(paperwork.agreement().json()).as("nothing yet").isEqualTo(before.json());

    paperwork.sign(paperwork.buyer()).expect(200);
    assertThat(paperwork.agreement().json()).as("nothing yet").isEqualTo(before.json());
    JsonNode signed = paperwork.sign(paperwork.seller()).expect(200).json();

    assertThat(signed.at("/inForce").asInt()).isEqualTo(2);
    assertThat(signed.at("/versions").findValuesAsText("status")).contains("signed");
    Http.Answer after = paperwork.agreement();
    assertThat(after.text("deliverTo")).isEqualTo(later.toString());
    assertThat(after.json().at("/tolerancePct").decimalValue()).isEqualByComparingTo("7.5");
    assertThat(after.text("pollutionTerms")).isEqualTo(TERMS);
    assertThat(after.number("version")).isGreaterThan(before.number("version"));
    assertThat(signed.at("/agreementVersion").asLong()).isEqualTo(after.number("version"));
    assertThat(after.number("quantityKg")).isEqualTo(before.number("quantityKg"));
    assertThat(after.text("deliverFrom")).isEqualTo(before.text("deliverFrom"));
    assertThat(buyer.get("/offers/" + after.text("offerId")).text("deliverTo"))
        .as("the offer stays what it was")
        .isEqualTo(before.text("deliverTo"));
  }

  @Test
  void an_empty_text_takes_a_term_out_and_the_next_amendment_builds_on_the_last() {
    seller.post(amendments, paperwork.amendment("paymentTerms", "款到发货")).expect(201);
    paperwork.sign(paperwork.seller()).expect(200);
    paperwork.sign(paperwork.buyer()).expect(200);

    JsonNode next =
        buyer.post(amendments, paperwork.amendment("paymentTerms", "")).expect(201).json();

    assertThat(next.at("/versions/0/number").asInt()).isEqualTo(3);
    assertThat(next.at("/versions/0/changes/0/before").asText()).isEqualTo("款到发货");
    assertThat(next.at("/versions/0/changes/0").has("after")).isFalse();
    assertThat(next.at("/versions/0/content").has("paymentTerms")).isFalse();
  }

  @Test
  void the_other_side_refuses_it_and_the_proposer_takes_it_back() {
    propose(seller);
    assertProblem(
        seller.post(ended(2, "refusal"), body("reason", "x")), 403, "not-yours-to-answer");
    assertProblem(buyer.post(ended(2, "withdrawal")), 403, "not-your-amendment");
    paperwork.sign(paperwork.buyer()).expect(200);

    JsonNode refused = buyer.post(ended(2, "refusal"), body("reason", "太晚")).expect(200).json();

    assertThat(refused.at("/versions/0/status").asText()).isEqualTo("refused");
    assertThat(refused.at("/versions/0/endReason").asText()).isEqualTo("太晚");
    assertThat(refused.at("/inForce").asInt()).isEqualTo(1);
    assertThat(told(seller).at("/kind").asText()).isEqualTo("document-amendment-refused");

    buyer.post(amendments, amendmentOf(refused.at("/versions/1/sha256").asText())).expect(201);
    JsonNode withdrawn = buyer.post(ended(3, "withdrawal")).expect(200).json();

    assertThat(withdrawn.at("/versions/0/status").asText()).isEqualTo("withdrawn");
    assertThat(told(seller).at("/kind").asText()).isEqualTo("document-amendment-withdrawn");
    assertProblem(buyer.post(ended(3, "withdrawal")), 409, "version-not-open");
    assertThat(Work.count(seller, "agreement-to-sign")).isZero();
  }

  @Test
  void one_waits_at_a_time() throws Exception {
    Map<String, Object> draft = paperwork.amendment("paymentTerms", "款到发货");

    List<Http.Answer> answers =
        SignatureIT.together(
            () -> seller.post(amendments, draft), () -> buyer.post(amendments, draft));

    assertThat(answers).extracting(Http.Answer::status).containsExactlyInAnyOrder(201, 409);
    assertThat(answers).extracting(Http.Answer::code).contains("version-open");
  }

  @Test
  void what_cannot_be_is_refused_by_field() {
    String hash = paperwork.sha256();
    assertRefused(amendment(hash, "paymentTerms", ""), 422, "nothing-changed");
    assertRefused(amendment("0".repeat(64), "paymentTerms", "x"), 409, "hash-differs", "basedOn");
    assertRefused(
        amendment(hash, "deliverTo", trade.today().minusDays(1).toString()),
        422,
        "delivery-reversed",
        "deliverTo");
    assertRefused(
        amendment(hash, "deliverTo", trade.today().plusYears(3).plusDays(1).toString()),
        422,
        "delivery-too-late",
        "deliverTo");
    for (Map.Entry<String, Object> bad :
        List.<Map.Entry<String, Object>>of(
            Map.entry("tolerancePct", 10.01),
            Map.entry("pollutionTerms", "短"),
            Map.entry("pollutionTerms", " ".repeat(20)))) {
      assertThat(
              fieldsOf(
                  seller
                      .post(amendments, amendment(hash, bad.getKey(), bad.getValue()))
                      .expect(400)))
          .containsExactly(bad.getKey());
    }
    Http stranger = Http.as(Fixtures.producerReceiver().trader());
    assertProblem(
        stranger.post(amendments, amendment(hash, "paymentTerms", "x")), 404, "not-found");
    Paperwork unsigned = Paperwork.begin();
    assertProblem(
        unsigned
            .trade()
            .seller()
            .post(
                unsigned.path() + "/amendments", amendment(unsigned.sha256(), "paymentTerms", "x")),
        409,
        "version-open");
    assertProblem(
        unsigned.trade().seller().post(unsigned.version(1) + "/withdrawal"),
        409,
        "not-an-amendment");
    String unsignedHash = unsigned.sha256();
    Books.write(
        "delete from deal_document where agreement_id = ?", Books.numberOf(unsigned.agreementId()));
    assertProblem(
        unsigned
            .trade()
            .seller()
            .post(unsigned.path() + "/amendments", amendment(unsignedHash, "paymentTerms", "x")),
        409,
        "document-not-signed");
    paperwork.end("completion").expect(200);
    assertRefused(amendment(hash, "paymentTerms", "x"), 409, "agreement-not-active");
  }

  @Test
  void so_many_versions_are_made_of_an_agreement_and_then_no_more() {
    Books.write(
        "insert into deal_document_content select document_id - 1, content, sha256 from"
            + " deal_document_content where document_id ="
            + " (select id from deal_document where agreement_id = ?)",
        Books.numberOf(paperwork.agreementId()));
    Books.write(
        "insert into deal_document (id, version, process_version, status, agreement_id, number,"
            + " proposer, proposed_by_id, note, made_at, ended_at) select id - 1, 1, 1,"
            + " 'withdrawn', agreement_id, 100, 'buyer', 1, '延期', made_at, made_at"
            + " from deal_document where agreement_id = ?",
        Books.numberOf(paperwork.agreementId()));
    String hash = paperwork.read().at("/versions/1/sha256").asText();

    Http.Answer refused = seller.post(amendments, amendment(hash, "paymentTerms", "月结"));

    assertProblem(refused, 409, "versions-too-many");
    assertThat(refused.number("facts/versionsMax")).isEqualTo(100);
  }

  @Test
  void a_key_proposes_an_amendment_and_people_sign_it() {
    JsonNode proposed =
        paperwork
            .key()
            .post(amendments, paperwork.amendment("paymentTerms", "月结"))
            .expect(201)
            .json();

    assertThat(proposed.at("/versions/0/proposedBy").asText()).isEqualTo("ERP");
    assertThat(DocumentIT.texts(proposed.at("/acts"))).containsExactly("withdraw");
    paperwork.sign(paperwork.seller()).expect(200);
    paperwork.sign(paperwork.buyer()).expect(200);
  }

  @Test
  void delivery_does_not_end_before_today_nor_before_a_month_of_the_schedule() {
    Trade recurring = Trade.begin();
    YearMonth first = YearMonth.from(recurring.today());
    Map<String, Object> lot = recurring.lot(90_000);
    lot.put("availableTo", first.plusMonths(2).atEndOfMonth().toString());
    lot.put(
        "months",
        List.of(
            body("month", first.plusMonths(1).toString(), "quantityKg", 30_000),
            body("month", first.plusMonths(2).toString(), "quantityKg", 60_000)));
    Map<String, Object> offer =
        recurring.offer(recurring.seller().post("/lots", lot).expect(201).text("id"), 90_000);
    offer.put("deliverFrom", recurring.today().minusDays(10).toString());
    offer.put("deliverTo", first.plusMonths(2).atEndOfMonth().toString());
    Paperwork months =
        Paperwork.of(
            recurring,
            recurring.accept(recurring.buyer().post("/offers", offer).expect(201)).expect(201));
    months.sign(months.seller()).expect(200);
    months.sign(months.buyer()).expect(200);
    Http producer = recurring.seller();

    Http.Answer cut =
        producer.post(
            months.path() + "/amendments",
            months.amendment("deliverTo", first.plusMonths(1).atEndOfMonth().toString()));
    assertProblem(cut, 422, "months-outside");
    assertThat(fieldsOf(cut)).containsExactly("deliverTo");
    assertProblem(
        producer.post(
            months.path() + "/amendments",
            months.amendment("deliverTo", recurring.today().minusDays(1).toString())),
        422,
        "delivery-past");
    assertThat(months.newest().at("/content/monthsBasis").asText()).isEqualTo("lot");
  }

  @Test
  void the_end_of_the_agreement_ends_an_amendment_that_waits() {
    propose(seller);

    paperwork.end("cancellation").expect(200);

    JsonNode document = paperwork.read();
    assertThat(document.at("/versions/0/status").asText()).isEqualTo("lapsed");
    assertThat(document.at("/inForce").asInt()).isEqualTo(1);
  }

  @Test
  void it_may_be_signed_on_paper_too() {
    propose(seller);
    Map<String, Object> paper = paperwork.paper();
    JsonNode record =
        buyer
            .post(paperwork.version(2) + "/papers", paper)
            .expect(201)
            .json()
            .at("/versions/0/papers/0");

    seller
        .post(paperwork.version(2) + "/papers/" + record.at("/id").asText() + "/confirmation")
        .expect(200);

    assertThat(paperwork.agreement().text("deliverTo"))
        .isEqualTo(trade.today().plusDays(40).toString());
  }

  private void propose(Http side) {
    side.post(amendments, paperwork.amendment("deliverTo", trade.today().plusDays(40).toString()))
        .expect(201);
  }

  private Map<String, Object> amendmentOf(String basedOn) {
    return amendment(basedOn, "deliverTo", trade.today().plusDays(41).toString());
  }

  private static Map<String, Object> amendment(String basedOn, String field, Object value) {
    return body("basedOn", basedOn, "note", "检修", field, value);
  }

  private void assertRefused(Map<String, Object> draft, int status, String code, String... fields) {
    Http.Answer answer = seller.post(amendments, draft);
    assertProblem(answer, status, code);
    assertThat(fieldsOf(answer)).containsExactly(fields);
  }

  private String ended(int number, String how) {
    return paperwork.version(number) + "/" + how;
  }

  private static JsonNode told(Http who) {
    return who.get("/notices").expect(200).json().at("/items/0");
  }
}
