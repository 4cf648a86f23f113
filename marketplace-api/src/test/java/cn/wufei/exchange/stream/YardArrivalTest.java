package cn.wufei.exchange.stream;

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
class YardArrivalTest {

  private static final AccountKey.Origin SLAG =
      new AccountKey.Origin(Id.of(1), Id.of(11), Id.of(3), "bof-slag");
  private static final AccountKey.Origin TAIL =
      new AccountKey.Origin(Id.of(1), Id.of(11), Id.of(4), "steel-slag-tailings");

  @Test
  void tonnes_arrive_in_the_year_that_they_have() {
    List<Move> moves =
        YardArrival.poured(TAIL, List.of(layer(2023, 20), layer(2024, 30)), List.of());

    assertThat(moves)
        .containsExactly(
            new Move(processed(2023), tail(AccountKind.ON_HAND, 2023), 20),
            new Move(processed(2024), tail(AccountKind.ON_HAND, 2024), 30));
  }

  @Test
  void what_left_unrecorded_is_cleared_first() {
    AccountKey found = tail(AccountKind.FOUND, 2024);
    List<Move> open =
        List.of(
            new Move(found, tail(AccountKind.UNRECONCILED, 2022), 5),
            new Move(found, tail(AccountKind.UNRECONCILED, 2024), 20));

    List<Move> moves = YardArrival.poured(TAIL, List.of(layer(2023, 20), layer(2024, 30)), open);

    assertThat(moves)
        .containsExactly(
            new Move(processed(2023), tail(AccountKind.UNRECONCILED, 2022), 5),
            new Move(processed(2023), tail(AccountKind.UNRECONCILED, 2024), 15),
            new Move(processed(2024), tail(AccountKind.UNRECONCILED, 2024), 5),
            new Move(processed(2024), tail(AccountKind.ON_HAND, 2024), 25));
  }

  private static YardArrival.Layer layer(int year, long kg) {
    return new YardArrival.Layer(processed(year), kg);
  }

  private static AccountKey processed(int year) {
    return AccountKey.stock(AccountKind.PROCESSING, SLAG, year);
  }

  private static AccountKey tail(AccountKind kind, int year) {
    return AccountKey.stock(kind, TAIL, year);
  }
}
