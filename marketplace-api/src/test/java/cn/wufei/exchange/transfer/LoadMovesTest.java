package cn.wufei.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Move;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoadMovesTest {

  private static final LoadRow LOAD = LoadFixture.inTransit(32_000, 1_500);

  @Test
  void a_lighter_arrival_leaves_its_loss_on_the_difference_account() {
    List<Move> moves =
        new LoadMoves(LOAD, 0).of(LoadSplit.of(LoadFixture.years(30_000, 2_000), 31_900, 31_000));

    assertThat(moves)
        .containsExactly(
            new Move(onLoad(AccountKind.IN_TRANSIT, 2025), heap(2025), 29_062),
            new Move(onLoad(AccountKind.IN_TRANSIT, 2025), stock(AccountKind.ON_HAND, 2025), 844),
            new Move(
                onLoad(AccountKind.IN_TRANSIT, 2025), onLoad(AccountKind.DIFFERENCE, 2025), 94),
            new Move(onLoad(AccountKind.IN_TRANSIT, 2026), heap(2026), 1_938),
            new Move(onLoad(AccountKind.IN_TRANSIT, 2026), stock(AccountKind.ON_HAND, 2026), 56),
            new Move(
                onLoad(AccountKind.IN_TRANSIT, 2026), onLoad(AccountKind.DIFFERENCE, 2026), 6));
  }

  @Test
  void a_heavier_arrival_is_supplied_by_the_difference_account() {
    List<Move> moves =
        new LoadMoves(LOAD, 0).of(LoadSplit.of(LoadFixture.years(16_000, 16_000), 32_100, 32_100));

    assertThat(moves)
        .containsExactly(
            new Move(
                onLoad(AccountKind.DIFFERENCE, 2025), onLoad(AccountKind.IN_TRANSIT, 2025), 50),
            new Move(onLoad(AccountKind.IN_TRANSIT, 2025), heap(2025), 16_050),
            new Move(
                onLoad(AccountKind.DIFFERENCE, 2026), onLoad(AccountKind.IN_TRANSIT, 2026), 50),
            new Move(onLoad(AccountKind.IN_TRANSIT, 2026), heap(2026), 16_050));
  }

  @Test
  void what_comes_back_clears_what_left_beyond_the_stock_in_its_year_whichever_load_that_was() {
    LoadSplit back = LoadSplit.ofReturned(LoadFixture.years(30_000, 2_000));

    assertThat(new LoadMoves(LOAD, 9_000).of(back))
        .containsExactly(
            new Move(
                onLoad(AccountKind.IN_TRANSIT, 2025), stock(AccountKind.ON_HAND, 2025), 30_000),
            new Move(
                onLoad(AccountKind.IN_TRANSIT, 2026),
                stock(AccountKind.UNRECONCILED, 2026),
                2_000));
  }

  @Test
  void no_more_is_cleared_than_is_open() {
    LoadSplit back = LoadSplit.ofReturned(LoadFixture.years(30_000, 2_000));

    assertThat(new LoadMoves(LOAD, 200).of(back))
        .contains(
            new Move(
                onLoad(AccountKind.IN_TRANSIT, 2026), stock(AccountKind.UNRECONCILED, 2026), 200),
            new Move(
                onLoad(AccountKind.IN_TRANSIT, 2026), stock(AccountKind.ON_HAND, 2026), 1_800));
    assertThat(new LoadMoves(LOAD, -5).of(back))
        .contains(
            new Move(
                onLoad(AccountKind.IN_TRANSIT, 2026), stock(AccountKind.ON_HAND, 2026), 2_000));
  }

  private static AccountKey onLoad(AccountKind kind, int year) {
    return AccountKey.load(kind, LOAD.route().origin(), LOAD.id(), year);
  }

  private static AccountKey stock(AccountKind kind, int year) {
    return AccountKey.stock(kind, LOAD.route().origin(), year);
  }

  private static AccountKey heap(int year) {
    return AccountKey.received(AccountKind.HEAP, Id.of(2), Id.of(12), "fly-ash", Id.of(3), year);
  }
}
