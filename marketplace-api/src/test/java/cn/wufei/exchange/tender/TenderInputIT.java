package cn.wufei.exchange.tender;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static cn.wufei.exchange.tender.Tendering.as;
import static cn.wufei.exchange.tender.Tendering.pass;
import static cn.wufei.exchange.tender.Tendering.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is malformed is said of its field.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderInputIT {

  private final Tendering tendering = Tendering.begin();
  private final TestOrganisation second = Fixtures.receiver();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          lotId; null
          quantityKg; 999
          quantityKg; 10000000001
          minimumPriceYuanPerT; 1.234
          minimumPriceYuanPerT; 100001
          minimumBidders; 0
          minimumBidders; 21
          depositFen; -1
          depositFen; 10000000001
          closesAt; null
          openingHours; 0
          openingHours; 169
          awardDays; 0
          awardDays; 31
          governingScale; null
          governingAssay; null
          tolerancePct; 10.01
          tolerancePct; -0.01
          deliverFrom; null
          deliverTo; null
          pollutionTerms; "          "
          pollutionTerms; "短"
          """)
  void a_draft_says_what_is_wrong_with_it(String field, String value) throws Exception {
    Map<String, Object> draft = tendering.draft();
    draft.put(field, Http.JSON.readValue(value, Object.class));

    Http.Answer answer = tendering.seller().post("/tenders", draft);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(fieldsOf(answer)).contains(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          commitment; null
          commitment; "abc"
          commitment; "ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789"
          commitment; "00000000000000000000000000000000000000000000000000000000000000000"
          commitment; "000000000000000000000000000000000000000000000000000000000000000g"
          buyerSiteId; null
          """)
  void a_bid_says_what_is_wrong_with_it(String field, String value) throws Exception {
    String tender = tendering.invited();
    Tendering.Envelope envelope = Tendering.Envelope.of(second, tender, "5");
    Map<String, Object> bid = envelope.bid();
    bid.put(field, Http.JSON.readValue(value, Object.class));

    Http.Answer answer = as(second).post(envelope.path(), bid);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(fieldsOf(answer)).containsExactly(field);
  }

  @Test
  void what_an_opening_says_has_its_shape() {
    String tender = tendering.invited();
    Tendering.Envelope envelope = sealed(second, tender, "5");
    pass(tender, Tendering.OPEN);
    String path = envelope.path() + "/opening";

    for (Object nonce : List.of("", "0".repeat(63), "F".repeat(64))) {
      Http.Answer answer = as(second).post(path, body("priceYuanPerT", 5, "nonce", nonce));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(fieldsOf(answer)).containsExactly("nonce");
    }
    for (Object price : List.of(5.001, 100_001, -100_001)) {
      Http.Answer answer =
          as(second).post(path, body("priceYuanPerT", price, "nonce", envelope.nonce()));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(fieldsOf(answer)).containsExactly("priceYuanPerT");
    }
    assertProblem(
        as(second).post(path, body("priceYuanPerT", 5, "nonce", "0".repeat(64))),
        422,
        "commitment-mismatch");
    assertThat(as(second).get(envelope.path()).text("status")).isEqualTo("sealed");
    envelope.open().expect(200);
  }
}
