package cn.wufei.exchange.deal.document;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentIT {

  @Test
  void an_agreement_is_written_down_when_it_is_made() {
    Trade trade = Trade.begin();
    Map<String, Object> offer = trade.offer(trade.publish(30_000).text("id"), 30_000);
    offer.put("message", "每车过磅。");
    offer.put(
        "adjustments",
        List.of(
            body(
                "parameter",
                "moisture",
                "basis",
                "wet",
                "guaranteed",
                10,
                "bands",
                List.of(body("from", 10, "to", 15, "yuanPerTPerUnit", -2.5)))));
    Http.Answer made = trade.accept(trade.buyer().post("/offers", offer).expect(201)).expect(201);
    Paperwork paperwork = Paperwork.of(trade, made);

    JsonNode document = paperwork.read();

    assertThat(document.at("/agreementNumber").asText()).isEqualTo(made.text("number"));
    assertThat(document.at("/side").asText()).isEqualTo("buyer");
    assertThat(document.at("/open").asInt()).isEqualTo(1);
    assertThat(document.has("inForce")).isFalse();
    assertThat(texts(document.at("/acts"))).containsExactly("sign", "record-paper");
    assertThat(document.at("/versions")).hasSize(1);
    assertThat(document.at("/versions/0/status").asText()).isEqualTo("proposed");
    JsonNode content = document.at("/versions/0/content");
    assertThat(content.at("/format").asText()).isEqualTo("wufei-agreement/1");
    assertThat(content.at("/seller/name").asText()).isEqualTo(trade.producer().name());
    assertThat(content.at("/seller/uscc").asText()).isEqualTo(trade.producer().uscc());
    assertThat(content.at("/buyer/site/id").asText())
        .isEqualTo(trade.receiver().siteId().toString());
    assertThat(content.at("/receiverVerification/status").asText()).isEqualTo("verified");
    assertThat(content.at("/receiverVerification/verifiedBy").asText()).isNotBlank();
    assertThat(content.at("/receiverVerification/verifiedAt").asText()).endsWith("Z");
    assertThat(content.at("/material/classCode").asText()).isEqualTo("SW01");
    assertThat(content.at("/quantityKg").asLong()).isEqualTo(30_000);
    assertThat(content.at("/tolerancePct").asInt()).isEqualTo(5);
    assertThat(content.at("/price/yuanPerT").asInt()).isEqualTo(-10);
    assertThat(content.at("/price/taxIncluded").asBoolean()).isTrue();
    assertThat(content.at("/price/basis").asText()).isEqualTo("ex-works");
    assertThat(content.at("/adjustments/0/bands/0/yuanPerTPerUnit").asText()).isEqualTo("-2.5");
    assertThat(content.at("/adjustments/0/nameZh").asText()).isNotBlank();
    assertThat(content.at("/governingScale").asText()).isEqualTo("buyer");
    assertThat(content.at("/governingAssay").asText()).isEqualTo("third-party");
    assertThat(content.at("/deliverTo").asText()).isEqualTo(trade.today().plusDays(30).toString());
    assertThat(content.at("/pollutionTerms").asText()).contains("苫盖");
    assertThat(content.at("/conditions").asText()).isEqualTo("每车过磅。");
    assertThat(content.at("/transfer/crossesProvince").asBoolean(true)).isFalse();
    assertThat(content.at("/agreedAt").asText()).isEqualTo(made.text("acceptedAt"));
  }

  @Test
  void anybody_who_may_read_it_can_hash_what_it_says_again() throws IOException {
    Paperwork paperwork = Paperwork.begin();
    JsonNode version = paperwork.newest();
    ObjectNode said = version.get("content").deepCopy();
    said.remove(List.of("months", "adjustments"));

    for (Http reader :
        List.of(
            paperwork.trade().seller(),
            Http.as(paperwork.trade().receiver().reader()),
            Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)))) {
      HttpResponse<byte[]> content = reader.download(paperwork.version(1) + "/content");
      assertThat(content.statusCode()).isEqualTo(200);
      assertThat(Paperwork.hashOf(content.body())).isEqualTo(version.at("/sha256").asText());
      assertThat(content.body()).hasSize(version.at("/sizeBytes").asInt());
      assertThat(Http.JSON.readTree(content.body()))
          .as("the same without its empty lists")
          .isEqualTo(said);
      assertThat(content.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/json");
    }
  }

  @Test
  void it_is_printed_in_either_language() throws IOException {
    Paperwork paperwork = Paperwork.signed();
    String print = paperwork.path() + ".pdf";

    for (String query : List.of("", "?language=en", "?language=zh&version=1")) {
      HttpResponse<byte[]> printed = paperwork.trade().buyer().download(print + query);
      assertThat(printed.statusCode()).isEqualTo(200);
      assertThat(printed.headers().firstValue("Content-Type")).hasValue("application/pdf");
      assertThat(printed.headers().firstValue("Content-Disposition").orElseThrow())
          .contains(paperwork.agreement().text("number") + "-v1.pdf");
      try (PDDocument pdf = Loader.loadPDF(printed.body())) {
        assertThat(new PDFTextStripper().getText(pdf))
            .contains(
                paperwork.agreement().text("number"),
                paperwork.trade().producer().name(),
                paperwork.trade().receiver().uscc(),
                paperwork.seller().login(),
                paperwork.sha256(),
                "苫盖",
                query.contains("en") ? "Signed by both sides" : "双方已签署");
      }
    }
    assertProblem(paperwork.trade().seller().get(print + "?language=fr"), 400, "invalid-request");
    assertProblem(paperwork.trade().seller().get(print + "?version=2"), 404, "not-found");
    assertProblem(Http.as(Fixtures.producerReceiver().trader()).get(print), 404, "not-found");
  }

  @Test
  void quantities_by_month_come_from_the_lot() {
    Trade trade = Trade.begin();
    YearMonth first = YearMonth.from(trade.today());
    Map<String, Object> lot = trade.lot(90_000);
    lot.put("availableFrom", trade.today().toString());
    lot.put("availableTo", first.plusMonths(2).atEndOfMonth().toString());
    lot.put(
        "months",
        List.of(
            body("month", first.toString(), "quantityKg", 30_000),
            body("month", first.plusMonths(1).toString(), "quantityKg", 60_000)));
    Map<String, Object> offer =
        trade.offer(trade.seller().post("/lots", lot).expect(201).text("id"), 45_000);
    offer.put("deliverTo", first.plusMonths(1).atEndOfMonth().toString());

    JsonNode content =
        Paperwork.of(
                trade, trade.accept(trade.buyer().post("/offers", offer).expect(201)).expect(201))
            .newest()
            .at("/content");

    assertThat(content.at("/months").findValuesAsText("quantityKg"))
        .containsExactly("15000", "30000");
    assertThat(content.at("/monthsBasis").asText()).isEqualTo("pro-rata");
  }

  @Test
  void strangers_see_nothing_of_it() {
    Paperwork paperwork = Paperwork.begin();
    Http stranger = Http.as(Fixtures.producerReceiver().trader());

    assertProblem(stranger.get(paperwork.path()), 404, "not-found");
    assertProblem(stranger.get(paperwork.version(1) + "/content"), 404, "not-found");
    assertProblem(
        paperwork.trade().seller().get(paperwork.version(2) + "/content"), 404, "not-found");
  }

  @Test
  void authorities_read_it_and_can_do_nothing_about_it() {
    Paperwork paperwork = Paperwork.begin();
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY));

    JsonNode seen = auditor.get(paperwork.path()).expect(200).json();

    assertThat(seen.has("side")).isFalse();
    assertThat(seen.at("/acts")).isEmpty();
    assertThat(seen.at("/versions/0")).isEqualTo(paperwork.newest());
  }

  @Test
  void a_version_that_nobody_signed_lapses_with_the_agreement() {
    Paperwork paperwork = Paperwork.begin();

    paperwork.end("cancellation").expect(200);

    JsonNode document = paperwork.read();
    assertThat(document.at("/agreementStatus").asText()).isEqualTo("cancelled");
    assertThat(document.at("/endReason").asText()).isEqualTo("停产");
    assertThat(document.has("open")).isFalse();
    assertThat(document.at("/acts")).isEmpty();
    assertThat(document.at("/versions/0/status").asText()).isEqualTo("lapsed");
    assertThat(document.at("/versions/0/endedAt").asText()).isNotBlank();
    assertProblem(paperwork.sign(paperwork.seller()), 409, "agreement-not-active");
  }

  @Test
  void agreements_from_before_there_were_documents_are_written_down_once() {
    Paperwork paperwork = Paperwork.begin();
    Paperwork over = Paperwork.begin();
    over.end("cancellation").expect(200);
    for (Paperwork each : List.of(paperwork, over)) {
      Books.write(
          "delete from deal_document where agreement_id = ?", Books.numberOf(each.agreementId()));
      assertProblem(each.trade().seller().get(each.path()), 404, "not-found");
    }
    WriteMissingDocuments missing = TestExchange.get().bean(WriteMissingDocuments.class);

    assertThat(missing.handle(Id.parse(paperwork.agreementId()))).isTrue();
    assertThat(missing.handle(Id.parse(over.agreementId()))).isTrue();

    assertThat(missing.handle(Id.parse(paperwork.agreementId()))).isFalse();
    assertThat(paperwork.newest().at("/status").asText()).isEqualTo("proposed");
    assertThat(paperwork.newest().at("/content/agreedAt").asText())
        .isEqualTo(paperwork.agreement().text("acceptedAt"));
    assertThat(over.newest().at("/status").asText()).isEqualTo("lapsed");
    paperwork.sign(paperwork.seller()).expect(200);
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
