package cn.wufei.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.wufei.seeds.Market.Deal;
import cn.wufei.seeds.Market.Lot;
import cn.wufei.seeds.Participant.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DemoDataTest {

  private static final int PASSWORD_MIN = 10;

  private final DemoData data = DemoFiles.read();
  private final Market market = data.market();

  @Test
  void every_participant_is_marked_a_demo_and_has_a_well_formed_code() {
    assertThat(data.participants())
        .allSatisfy(participant -> {
          assertThat(participant.name()).endsWith("（演示）");
          assertThat(participant.nameEn()).endsWith("(demo)");
          assertThat(Uscc.isValid(participant.uscc())).as(participant.uscc()).isTrue();
          assertThat(participant.uscc()).contains("DEM");
        });
    assertThat(data.participants()).extracting(Participant::uscc).doesNotHaveDuplicates();
  }

  @Test
  void every_account_can_sign_in_and_belongs_to_a_participant_or_the_platform() {
    assertThat(data.accounts()).extracting(Account::login).doesNotHaveDuplicates();
    assertThat(data.accounts())
        .allSatisfy(account -> {
          assertThat(account.login()).matches("[a-z0-9][a-z0-9._@-]*");
          assertThat(account.password()).hasSizeGreaterThanOrEqualTo(PASSWORD_MIN);
        });
    List<String> organisations = data.participants().stream().map(Participant::name).toList();
    assertThat(data.accounts())
        .filteredOn(account -> !account.role().equals(DemoData.OPERATOR))
        .extracting(Account::organisationName)
        .allMatch(organisations::contains);
    assertThat(data.participants())
        .allSatisfy(participant ->
            assertThat(data.membersOf(participant))
                .extracting(Account::login)
                .contains(participant.admin()));
  }

  @Test
  void there_is_an_account_of_every_role() {
    assertThat(data.accounts())
        .extracting(Account::role)
        .contains(
            "operator", "audit-industry", "audit-ecology", "org-admin", "trader", "gate", "reader");
  }

  @Test
  void the_stockpiles_are_those_of_the_plan_with_its_own_dates() {
    assertThat(data.stockpiles())
        .extracting(Stockpile::key, Stockpile::statedT, Stockpile::statedOn, Stockpile::clearBy)
        .containsExactly(
            tuple("xigang", 590_000L, "2023-04-13", "2024-12-31"),
            tuple("wanxiang", 1_093_700L, "2023-04-13", "2025-12-31"),
            tuple("taidong", 200_000L, "2023-04-13", "2023-12-31"));
    assertThat(data.stockpiles()).allMatch(Stockpile::statedApproximately);
  }

  @Test
  void what_the_market_names_is_there_once() {
    assertThat(market.streams()).extracting(Market.Stream::key).doesNotHaveDuplicates();
    assertThat(market.lots()).extracting(Lot::key).doesNotHaveDuplicates();
    assertThat(market.demands()).extracting(Market.Demand::key).doesNotHaveDuplicates();
    assertThat(market.deals()).extracting(Deal::key).doesNotHaveDuplicates();
    List<String> places =
        data.participants().stream().flatMap(p -> p.sites().stream()).map(Place::key).toList();
    assertThat(market.streams()).extracting(Market.Stream::site).allMatch(places::contains);
    assertThat(market.demands()).extracting(Market.Demand::site).allMatch(places::contains);
    assertThat(market.heaps()).extracting(Market.Heap::site).allMatch(places::contains);
  }

  @Test
  void a_deal_is_about_what_its_demand_wants() {
    assertThat(market.deals())
        .allSatisfy(deal ->
            assertThat(market.demand(deal.demand()).materialKeys())
                .contains(market.streamOf(deal).materialKey()));
  }

  @Test
  void no_lot_is_promised_beyond_its_quantity() {
    assertThat(market.lots())
        .allSatisfy(lot ->
            assertThat(promisedT(deal -> deal.lot().equals(lot.key())))
                .isLessThanOrEqualTo(lot.quantityT()));
  }

  @Test
  void no_demand_is_filled_beyond_its_quantity() {
    assertThat(market.demands())
        .allSatisfy(demand ->
            assertThat(promisedT(deal -> deal.demand().equals(demand.key())))
                .isLessThanOrEqualTo(demand.quantityT()));
  }

  @Test
  void some_offers_are_open_and_some_demands_have_none() {
    assertThat(market.deals())
        .extracting(Deal::ending)
        .contains(Market.Ending.OPEN, Market.Ending.COUNTERED, Market.Ending.DECLINED);
    List<String> dealt = market.deals().stream().map(Deal::demand).toList();
    assertThat(market.demands())
        .extracting(Market.Demand::key)
        .anyMatch(demand -> !dealt.contains(demand));
  }

  @Test
  void some_producer_pays() {
    assertThat(market.lots()).anyMatch(lot -> lot.priceYuanPerT().signum() < 0);
  }

  private long promisedT(java.util.function.Predicate<Deal> which) {
    return market.deals().stream()
        .filter(deal -> deal.ending().agreed())
        .filter(which)
        .mapToLong(Deal::quantityT)
        .sum();
  }
}
