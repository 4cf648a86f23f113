package cn.wufei.exchange.matching.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Standing matches of firms that keep apart, and of lots for approved buyers.
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptApartPairsIT {

  private static void decide(
      TestOrganisation by, TestOrganisation whom, Map<String, Object> decision) {
    Http.as(by.admin()).post("/partners/" + whom.id() + "/decisions", decision).expect(201);
  }

  @Test
  void what_stands_is_shown_to_neither_side_from_the_block_on_and_nothing_new_is_found() {
    Pairs own = new Pairs();
    String lot = own.lot();
    String demand = own.demand();
    Pairs.awaitSeen(own.buyer, lot, demand);
    Pairs.awaitMatched(demand);

    decide(own.buyer, own.seller, Map.of("standing", "blocked", "reason", "质量不稳定"));

    assertThat(Pairs.seen(own.buyer, lot, demand)).isEmpty();
    assertThat(Pairs.seen(own.seller, lot, demand)).isEmpty();
    String another = own.lot();
    Pairs.awaitMatched(another);
    assertThat(Pairs.standing(another, demand)).isZero();
    assertThat(Pairs.notices(own.seller, another)).isEmpty();
    dismissed(own, lot, demand, 404);
  }

  /// Also a pair that an edit has ended meanwhile, and one that could not begin.
  @Test
  void what_fits_stands_and_both_are_told_when_a_block_ends() {
    Pairs own = new Pairs();
    String lot = own.lot();
    String demand = own.demand();
    Pairs.awaitSeen(own.buyer, lot, demand);
    decide(own.buyer, own.seller, Map.of("standing", "blocked", "reason", "质量不稳定"));
    own.editLot(lot, own.lotTerms());
    Pairs.awaitMatched(lot);
    assertThat(Pairs.standing(lot, demand)).isZero();
    String another = own.lot();
    Pairs.awaitMatched(another);
    int told = Pairs.notices(own.buyer, demand).size();

    decide(own.buyer, own.seller, Map.of("standing", "none"));

    Pairs.awaitSeen(own.seller, lot, demand);
    Pairs.awaitSeen(own.buyer, another, demand);
    assertThat(Pairs.notices(own.seller, another)).isNotEmpty();
    assertThat(Pairs.notices(own.buyer, demand)).hasSizeGreaterThan(told);
    dismissed(own, lot, demand, 201);
  }

  private static void dismissed(Pairs own, String lot, String demand, int status) {
    Http.as(own.seller.trader())
        .post("/dismissals", Map.of("lotId", lot, "demandId", demand, "reason", "distance"))
        .expect(status);
  }

  @Test
  void a_lot_for_approved_buyers_is_found_for_them_only() {
    Pairs own = new Pairs();
    String demand = own.demand();
    Pairs.awaitMatched(demand);
    Map<String, Object> terms = own.lotTerms();
    terms.put("visibility", "approved-buyers");
    String before = own.lot(terms);
    Pairs.awaitMatched(before);
    assertThat(Pairs.standing(before, demand)).isZero();

    decide(
        own.seller,
        own.buyer,
        Map.of(
            "standing",
            "approved",
            "approvalNumber",
            "安环准入-9",
            "validTo",
            Pairs.today().toString()));

    Pairs.awaitSeen(own.buyer, before, demand);
    assertThat(Pairs.notices(own.buyer, demand)).isNotEmpty();
    String after = own.lot(terms);
    Pairs.awaitSeen(own.buyer, after, demand);
  }
}
