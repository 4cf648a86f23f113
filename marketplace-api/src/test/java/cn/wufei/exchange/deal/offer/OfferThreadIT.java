package cn.wufei.exchange.deal.offer;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferThreadIT {

  private static final byte[] PDF = "%PDF-1.7 装车时间表".getBytes(StandardCharsets.UTF_8);

  private final Trade trade = Trade.begin();
  private final Http.Answer offer = trade.propose(trade.publish(100_000).text("id"), 10_000);
  private final String path = "/offers/" + offer.text("id");

  @Test
  void both_sides_read_what_was_written_beside_all_offers_of_a_negotiation() {
    Http.Answer first = write(trade.buyer(), path, "可否先发两车？").expect(201);
    Http.Answer counter =
        trade.seller().ifMatch(1).post(path + "/counter", trade.terms(20_000)).expect(201);
    String second = "/offers/" + counter.text("id");
    write(trade.seller(), second, "可以，周三起。").expect(201);
    trade.seller().post(second + "/files?name=t.pdf", PDF).expect(201);

    for (Http reader : new Http[] {trade.buyer(), trade.seller()}) {
      JsonNode thread = reader.get(path + "/thread").expect(200).json();
      assertThat(thread).isEqualTo(reader.get(second + "/thread").json());
      assertThat(thread.at("/messages").findValuesAsText("text"))
          .containsExactly("可否先发两车？", "可以，周三起。");
      assertThat(thread.at("/messages").findValuesAsText("side"))
          .containsExactly("buyer", "seller");
      assertThat(thread.at("/messages/0")).isEqualTo(first.json());
      assertThat(thread.at("/messages/0/sender").asText()).isNotBlank();
      assertThat(thread.at("/messages/0/offerId").asText()).isEqualTo(offer.text("id"));
      assertThat(thread.at("/files/0/side").asText()).isEqualTo("seller");
      assertThat(thread.at("/files/0/offerId").asText()).isEqualTo(counter.text("id"));
      String file = second + "/files/" + thread.at("/files/0/file/id").asText();
      assertThat(reader.download(file).body()).isEqualTo(PDF);
    }
  }

  @Test
  void the_other_side_is_told() {
    String rare = "𠮷";
    write(trade.buyer(), path, "好。\n" + rare.repeat(97)).expect(201);
    trade.buyer().post(path + "/files?name=t.pdf", PDF).expect(201);

    JsonNode told = trade.seller().get("/notices").expect(200).json().at("/items");
    assertThat(told.at("/0/kind").asText()).isEqualTo("offer-file");
    assertThat(told.at("/0/facts/file").asText()).isEqualTo("t.pdf");
    assertThat(told.at("/1/kind").asText()).isEqualTo("offer-message");
    assertThat(told.at("/1/facts/text").asText()).isEqualTo("好。 " + rare.repeat(76) + "…");
    assertThat(told.at("/1/facts/partner").asText()).isEqualTo(trade.receiver().name());
    assertThat(told.at("/1/subjects/offer").asText()).isEqualTo(offer.text("id"));
    assertThat(trade.buyer().get("/notices").json().at("/items")).isEmpty();
  }

  @Test
  void strangers_neither_read_nor_write_and_authorities_read() {
    write(trade.buyer(), path, "附样品照片").expect(201);
    String file =
        path
            + "/files/"
            + trade.buyer().post(path + "/files?name=t.pdf", PDF).expect(201).text("id");
    Http stranger = Http.as(Fixtures.producerReceiver().trader());
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));

    assertThat(stranger.get(path + "/thread").status()).isEqualTo(404);
    assertThat(stranger.download(file).statusCode()).isEqualTo(404);
    assertThat(write(stranger, path, "x").status()).isEqualTo(404);
    assertThat(stranger.post(path + "/files?name=t.pdf", PDF).status()).isEqualTo(404);
    assertThat(auditor.get(path + "/thread").expect(200).json().at("/messages")).hasSize(1);
    assertThat(auditor.download(file).statusCode()).isEqualTo(200);
    assertThat(write(auditor, path, "x").status()).isEqualTo(403);
    Trade other = Trade.begin();
    Http.Answer elsewhere = other.propose(other.publish(50_000).text("id"), 10_000);
    String foreign = file.replace(offer.text("id"), elsewhere.text("id"));
    assertThat(other.buyer().download(foreign).statusCode())
        .as("a file of another offer")
        .isEqualTo(404);
  }

  @Test
  void parties_write_while_an_offer_can_be_answered_and_after_it_was_accepted() {
    trade.accept(offer).expect(201);
    write(trade.seller(), path, "明早八点装车").expect(201);

    Http.Answer declined = trade.propose(trade.publish(50_000).text("id"), 10_000);
    String over = "/offers/" + declined.text("id");
    trade.seller().ifMatch(1).post(over + "/decline").expect(200);
    assertProblem(write(trade.buyer(), over, "为什么？"), 409, "offer-not-open");
    assertProblem(trade.buyer().post(over + "/files?name=t.pdf", PDF), 409, "offer-not-open");
    Http.Answer late = trade.propose(trade.publish(50_000).text("id"), 10_000);
    Books.write(
        "update deal_offer set valid_to = ? where id = ?",
        trade.today().minusDays(1).toString(),
        Books.numberOf(late.text("id")));
    assertProblem(write(trade.buyer(), "/offers/" + late.text("id"), "还在吗？"), 409, "offer-expired");
  }

  @Test
  void bad_input_names_its_field_and_a_full_thread_says_so() {
    assertThat(fieldsOf(write(trade.buyer(), path, "  ").expect(400))).containsExactly("text");
    assertThat(fieldsOf(write(trade.buyer(), path, "x".repeat(2_001)).expect(400)))
        .containsExactly("text");
    assertProblem(
        trade.buyer().post(path + "/files?name=t.pdf", new byte[100]), 422, "file-kind-unknown");
    for (int i = 0; i < WriteToParty.MESSAGES_MAX; i++) {
      write(trade.buyer(), path, "第 " + i + " 条").expect(201);
    }
    Http.Answer full = write(trade.seller(), path, "满了");
    assertProblem(full, 409, "thread-full");
    assertThat(full.number("facts/messagesMax")).isEqualTo(200);
  }

  private static Http.Answer write(Http who, String path, String text) {
    return who.post(path + "/messages", Trade.body("text", text));
  }
}
