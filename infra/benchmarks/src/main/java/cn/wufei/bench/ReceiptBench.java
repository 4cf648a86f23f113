package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Weighbridge receipts through HTTP: one by one from many gates at once, and in files by the batch
/// endpoint. Each receipt is what it is in the product: signed-in caller, key and stored answer,
/// load, heap, scales' difference, audit record, signed block.
@SuppressWarnings("SystemOut")
public final class ReceiptBench {

  private static final int CALLERS = 64;
  private static final int FILE_CALLERS = 4;
  private static final int LINES = 250;
  private static final int AGREEMENTS = 16;
  private static final long DIFFERENCE_KG = -20;
  private static final int SINGLE_BUDGET = 1_000;
  private static final int BATCH_BUDGET = 5_000;
  private static final int P99_BUDGET_MS = 100;

  private final Exchange exchange;
  private final Path folder;
  private final double warmUpS;
  private final double measureS;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final AtomicInteger next = new AtomicInteger();

  private ReceiptBench(Exchange exchange, Path folder, double warmUpS, double measureS) {
    this.exchange = exchange;
    this.folder = folder;
    this.warmUpS = warmUpS;
    this.measureS = measureS;
  }

  /// @param args state folder, folder of the reference data, seconds of warm-up, seconds measured,
  ///   how many loads there are to receive
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    boolean ok;
    try (Exchange exchange = Exchange.serve(folder, Path.of(args[1]))) {
      ok =
          new ReceiptBench(
                  exchange, folder, Double.parseDouble(args[2]), Double.parseDouble(args[3]))
              .run(Integer.parseInt(args[4]));
    }
    System.exit(ok ? 0 : 1);
  }

  private boolean run(int count) throws IOException, SQLException {
    TradeSetUp.Trade trade = new TradeSetUp(exchange.url()).run(folder, AGREEMENTS);
    System.out.printf(Locale.ROOT, "Putting %,d loads on the road%n", count);
    List<Id> loads = new DispatchMany(exchange, trade, now.minus(2, ChronoUnit.HOURS)).run(count);

    System.out.printf("One by one, warming up for %.0f s%n", warmUpS);
    singly(trade, loads, warmUpS);
    Crowd.Measured single = singly(trade, loads, measureS);
    System.out.printf(
        Locale.ROOT,
        "One by one: %,.0f/s, p50 %.1f ms, p99 %.1f ms%n",
        single.perSecond(),
        single.percentileMs(0.5),
        single.percentileMs(0.99));
    System.out.printf("In files of %d lines, warming up for %.0f s%n", LINES, warmUpS / 2);
    inFiles(trade, loads, warmUpS / 2);
    Crowd.Measured files = inFiles(trade, loads, measureS / 2);
    double batchPerS = files.perSecond() * LINES;
    System.out.printf(
        Locale.ROOT,
        "In files: %,.0f receipts/s, p50 %.1f ms a file%n",
        batchPerS,
        files.percentileMs(0.5));
    return report(single, batchPerS, files, drift());
  }

  private Crowd.Measured singly(TradeSetUp.Trade trade, List<Id> loads, double seconds) {
    return Crowd.run(
        CALLERS,
        seconds,
        7,
        (_, _) -> {
          int number = take(loads, 1);
          trade
              .gate()
              .post(
                  "/loads/" + loads.get(number) + "/receipt",
                  "bench-receipt-" + number,
                  1,
                  receipt(number));
        });
  }

  private Crowd.Measured inFiles(TradeSetUp.Trade trade, List<Id> loads, double seconds) {
    return Crowd.run(
        FILE_CALLERS,
        seconds,
        8,
        (_, _) -> {
          int first = take(loads, LINES);
          StringBuilder body = new StringBuilder("{\"lines\": [");
          for (int i = first; i < first + LINES; i++) {
            body.append(i == first ? "" : ", ")
                .append("{\"loadId\": \"")
                .append(loads.get(i))
                .append("\", \"version\": 1, \"receipt\": ")
                .append(receipt(i))
                .append('}');
          }
          String answer =
              trade.gate().post("/loads/receipts", "bench-file-" + first, 0, body + "]}");
          if (answer.contains("\"problem\":{")) {
            throw new IllegalStateException("a line was refused: " + answer);
          }
        });
  }

  private int take(List<Id> loads, int count) {
    int first = next.getAndAdd(count);
    if (first + count > loads.size()) {
      throw new IllegalStateException("there are no loads left: ask for more");
    }
    return first;
  }

  private String receipt(int number) {
    return """
    {"ticketNumber": "R-%d", "grossKg": %d, "tareKg": %d, "rejectedKg": 0, "receivedAt": "%s"}\
    """
        .formatted(
            number,
            DispatchMany.TARE_KG + DispatchMany.NET_KG + DIFFERENCE_KG,
            DispatchMany.TARE_KG,
            now.minus(1, ChronoUnit.HOURS));
  }

  /// What was acknowledged and is not there, or there twice, and by how much the books differ.
  private long drift() throws SQLException {
    long received = next.get();
    long acceptedKg = received * (DispatchMany.NET_KG + DIFFERENCE_KG);
    long drift =
        Math.abs(count("select count(*) from transfer_load where status = 'received'") - received);
    drift +=
        Math.abs(
            count("select count(*) from ledger_transfer where kind = 'load-received'") - received);
    drift += Math.abs(held("heap") - acceptedKg);
    drift += Math.abs(held("difference") + received * DIFFERENCE_KG);
    drift += Math.abs(count("select sum(debit_total) - sum(credit_total) from ledger_balance"));
    return drift;
  }

  private long held(String kind) throws SQLException {
    return count(
        "select coalesce(sum(debit_total) - sum(credit_total), 0) from ledger_balance b join"
            + " ledger_account a on a.id = b.account_id where a.kind = '"
            + kind
            + "'");
  }

  private long count(String query) throws SQLException {
    try (Connection connection = exchange.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static boolean report(
      Crowd.Measured single, double batchPerS, Crowd.Measured files, long drift) {
    double p99 = single.percentileMs(0.99);
    boolean ok =
        single.perSecond() >= SINGLE_BUDGET
            && p99 <= P99_BUDGET_MS
            && batchPerS >= BATCH_BUDGET
            && drift == 0;
    System.out.printf(
        Locale.ROOT,
        "{\"name\": \"receipt\", \"per_s\": %.0f, \"p99_ms\": %.1f, \"batch_per_s\": %.0f,"
            + " \"drift\": %d, \"p50_ms\": %.1f, \"file_p50_ms\": %.1f, \"callers\": %d,"
            + " \"file_callers\": %d, \"lines\": %d, \"agreements\": %d, \"seconds\": %.0f,"
            + " \"budget\": {\"per_s\": %d, \"p99_ms\": %d, \"batch_per_s\": %d, \"drift\": 0},"
            + " \"ok\": %b}%n",
        single.perSecond(),
        p99,
        batchPerS,
        drift,
        single.percentileMs(0.5),
        files.percentileMs(0.5),
        CALLERS,
        FILE_CALLERS,
        LINES,
        AGREEMENTS,
        single.seconds(),
        SINGLE_BUDGET,
        P99_BUDGET_MS,
        BATCH_BUDGET,
        ok);
    return ok;
  }
}
