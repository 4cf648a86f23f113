package cn.wufei.bench;

import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook of many records of one plant, imported through HTTP, and once more the same file,
/// which does nothing.
@SuppressWarnings("SystemOut")
public final class ImportBench {

  private static final double PER_S_BUDGET = 250;
  private static final long HEAP_BUDGET_MB = 512;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final long LINE_KG = 1_000;
  private static final int FLUSH_EVERY = 1_000;

  private ImportBench() {}

  /// @param args state folder, folder of the reference data, lines
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int lines = Integer.parseInt(args[2]);
    boolean ok;
    try (Exchange exchange = Exchange.serve(folder, Path.of(args[1]))) {
      TradeSetUp.Plant plant = new TradeSetUp(exchange.url()).plant(folder);
      Path file = workbook(folder.resolve("records.xlsx"), lines);
      Imported first = imported(plant.trader(), file, "bench-import-1");
      Imported second = imported(plant.trader(), file, "bench-import-2");
      ok = report(exchange, plant, lines, Files.size(file), first, second);
    }
    System.exit(ok ? 0 : 1);
  }

  private static Path workbook(Path file, int lines) throws IOException {
    LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "bench", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("entries");
      List<String> headings =
          List.of("reference", "streamId", "kind", "quantityT", "occurredOn", "method", "note");
      for (int column = 0; column < headings.size(); column++) {
        sheet.value(0, column, headings.get(column));
      }
      for (int line = 1; line <= lines; line++) {
        sheet.value(line, 0, "G-" + line);
        sheet.value(line, 1, TradeSetUp.STREAM);
        sheet.value(line, 2, "generation");
        sheet.value(line, 3, 1);
        sheet.value(line, 4, day.minusDays(line % 300).toString());
        sheet.value(line, 5, "belt-scale");
        sheet.value(line, 6, "shift " + line);
        if (line % FLUSH_EVERY == 0) {
          sheet.flush();
        }
      }
    }
    return file;
  }

  private static Imported imported(Client trader, Path file, String key) throws Exception {
    long startedAt = System.nanoTime();
    String id =
        Client.text(trader.send("/imports?name=records.xlsx&dryRun=false", key, file), "id");
    long deadline = startedAt + LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      String answer = trader.get("/imports/" + id);
      if (answer.contains("\"endedAt\"")) {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        if (!Client.text(answer, "status").equals("ended")) {
          throw new IllegalStateException(answer);
        }
        return new Imported(number(answer, "created"), number(answer, "ignored"), seconds);
      }
      Thread.sleep(POLL);
    }
    throw new IllegalStateException("the import did not end");
  }

  private static int number(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return Integer.parseInt(found.group(1));
  }

  private static boolean report(
      Exchange exchange,
      TradeSetUp.Plant plant,
      int lines,
      long fileBytes,
      Imported first,
      Imported second) {
    long onHandKg =
        exchange.bean(Balances.class).ofStreams(List.of(plant.stream())).stream()
            .filter(balance -> balance.kind() == AccountKind.ON_HAND)
            .mapToLong(Balances.StreamBalance::kg)
            .sum();
    long drift =
        Math.abs(onHandKg - lines * LINE_KG)
            + Math.abs(lines - first.created())
            + Math.abs(lines - second.ignored())
            + second.created();
    double perS = lines / first.seconds();
    long heapMb = Runtime.getRuntime().maxMemory() / (1024 * 1024);
    boolean ok = drift == 0 && perS >= PER_S_BUDGET && heapMb <= HEAP_BUDGET_MB;
    System.out.printf(
        Locale.ROOT,
        "{\"name\": \"import\", \"per_s\": %.0f, \"again_per_s\": %.0f, \"drift\": %d,"
            + " \"seconds\": %.1f, \"lines\": %d, \"file_bytes\": %d, \"heap_max_mb\": %d,"
            + " \"heap_peak_mb\": %d, \"budget\": {\"per_s\": %.0f, \"heap_max_mb\": %d, \"drift\": 0},"
            + " \"ok\": %b}%n",
        perS,
        lines / second.seconds(),
        drift,
        first.seconds(),
        lines,
        fileBytes,
        heapMb,
        peakMb(),
        PER_S_BUDGET,
        HEAP_BUDGET_MB,
        ok);
    return ok;
  }

  private static long peakMb() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        / (1024 * 1024);
  }

  private record Imported(int created, int ignored, double seconds) {}
}
