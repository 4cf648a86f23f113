package cn.wufei.bench;

import cn.wufei.seeds.region.Published;
import cn.wufei.seeds.region.Region;
import cn.wufei.seeds.region.RegionDrawing;
import java.nio.file.Path;
import java.util.Locale;

/// The matches of a seeded region through HTTP, held against a brute-force judge.
@SuppressWarnings("SystemOut")
public final class QualityBench {

  static final double RECALL_BUDGET = 0.99;
  static final double NDCG_BUDGET = 0.95;

  private QualityBench() {}

  /// @param args state folder, folder of the reference data, seed, lots, demands, how many lots and
  ///   how many demands are asked for
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path reference = Path.of(args[1]);
    Region region =
        RegionDrawing.draw(
            Long.parseLong(args[2]),
            Integer.parseInt(args[3]),
            Integer.parseInt(args[4]),
            reference);
    boolean ok;
    try (Exchange exchange = Exchange.market(folder, reference, Exchange.Parts.INDEXED)) {
      ok = run(exchange, region, folder, reference, Integer.parseInt(args[5]));
    }
    System.exit(ok ? 0 : 1);
  }

  private static boolean run(
      Exchange exchange, Region region, Path folder, Path reference, int sample) throws Exception {
    QualityRun run = new QualityRun(exchange, region, reference);
    long startedAt = System.nanoTime();
    Published published = run.publish(folder);
    double loadS = since(startedAt);
    System.out.printf(
        Locale.ROOT,
        "Published %d firms, %d sites, %,d lots, %,d demands in %.0f s%n",
        region.firms().size(),
        region.sites().size(),
        region.lots().size(),
        region.demands().size(),
        loadS);
    long feasible = run.feasiblePairs();
    startedAt = System.nanoTime();
    QualityRun.Findings findings = run.ask(published, sample);
    double askS = since(startedAt);
    System.out.printf(
        Locale.ROOT,
        "%,d questions in %.0f s, %,d with an answer%n",
        findings.asked(),
        askS,
        findings.answerable());
    findings.examples().forEach(System.out::println);
    boolean ok =
        findings.violations() == 0
            && findings.recallAt50() >= RECALL_BUDGET
            && findings.ndcgAt10() >= NDCG_BUDGET;
    System.out.printf(
        Locale.ROOT,
        "{\"name\": \"quality\", \"violations\": %d, \"recall_at_50\": %.4f, \"ndcg_at_10\": %.4f,"
            + " \"best_at_50\": %.4f, \"figures_differ\": %d, \"seed\": %d, \"lots\": %d,"
            + " \"demands\": %d, \"pairs_feasible\": %d, \"asked\": %d, \"load_s\": %.0f,"
            + " \"ask_s\": %.0f, \"budget\": {\"violations\": 0, \"recall_at_50\": %.2f,"
            + " \"ndcg_at_10\": %.2f}, \"ok\": %b}%n",
        findings.violations(),
        findings.recallAt50(),
        findings.ndcgAt10(),
        findings.bestAt50(),
        findings.figures(),
        region.seed(),
        region.lots().size(),
        region.demands().size(),
        feasible,
        findings.asked(),
        loadS,
        askS,
        RECALL_BUDGET,
        NDCG_BUDGET,
        ok);
    return ok;
  }

  private static double since(long startedAt) {
    return (System.nanoTime() - startedAt) / 1e9;
  }
}
