package cn.wufei.exchange.ledger.day;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.account.Ledgers;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.TestExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The totals by day on the real database.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RollDaysIT {

  @Test
  void instances_that_roll_at_once_count_every_posting_once()
      throws ExecutionException, InterruptedException {
    Trade trade = Trade.begin();
    for (int i = 0; i < 12; i++) {
      trade.enter("generation", 1_000 + i);
    }
    try (TestExchange other =
            TestExchange.get().anotherInstance(Map.of("wufei.ledger.day-step-postings-max", 5));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<RollDays> rollers =
          List.of(TestExchange.get().bean(RollDays.class), other.bean(RollDays.class));
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        RollDays roller = rollers.get(i % 2);
        runs.add(threads.submit(roller::run));
        trade.enter("own-use", 10 + i);
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }

    DayTotals.bringForward();

    assertThat(Ledgers.accountsWhoseDaysDiffer()).isZero();
    assertThat(Ledgers.heldByDays("on-hand", trade.streamId())).isEqualTo(12_000 + 66 - (60 + 15));
  }
}
