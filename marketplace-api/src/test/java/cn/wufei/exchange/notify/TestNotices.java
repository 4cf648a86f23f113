package cn.wufei.exchange.notify;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import io.micronaut.transaction.TransactionOperations;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Notices for tests about what becomes of them.
public final class TestNotices {

  private TestNotices() {}

  /// Tells that about a lot, as news each time, in a transaction of its own.
  public static void tell(TestOrganisation to, String kind, String title) {
    inTransaction(() -> send(to, kind, title));
  }

  /// Tells it in a transaction that is rolled back.
  public static void tellInVain(TestOrganisation to, String kind, String title) {
    inTransaction(() -> !send(to, kind, title));
  }

  /// Runs it in a transaction, which is rolled back when it says false.
  public static void inTransaction(BooleanSupplier work) {
    TransactionOperations<?> transactions = TestExchange.get().bean(TransactionOperations.class);
    transactions.executeWrite(status -> {
      if (!work.getAsBoolean()) {
        status.setRollbackOnly();
      }
      return true;
    });
  }

  private static boolean send(TestOrganisation to, String kind, String title) {
    TestExchange.get()
        .bean(Notices.class)
        .send(
            List.of(
                new NewNotice(
                    to.id(),
                    kind,
                    "test-" + Fixtures.nextNumber(),
                    Map.of("lot", Id.of(7)),
                    Map.of("title", title))));
    return true;
  }
}
