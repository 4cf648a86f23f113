package cn.wufei.bench;

import cn.wufei.bench.judge.Judge;
import cn.wufei.bench.judge.Judgement;
import cn.wufei.bench.judge.Ranking;
import cn.wufei.bench.judge.ReferenceData;
import cn.wufei.seeds.Api;
import cn.wufei.seeds.region.LoadRegion;
import cn.wufei.seeds.region.PublishRegion;
import cn.wufei.seeds.region.Published;
import cn.wufei.seeds.region.Region;
import cn.wufei.seeds.region.Region.Demand;
import cn.wufei.seeds.region.Region.Lot;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Publishes a region, asks for the matches of its lots and demands as their owners, and holds the
/// answers against the judge.
final class QualityRun {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int LOADERS = 8;
  private static final int CALLERS = 2;
  private static final int EXAMPLES_MAX = 10;

  private final Exchange exchange;
  private final Region region;
  private final LocalDate today = LocalDate.now(CHINA);
  private final Judge judge;
  private final Findings findings = new Findings();

  QualityRun(Exchange exchange, Region region, Path reference) {
    this.exchange = exchange;
    this.region = region;
    this.judge = new Judge(region, ReferenceData.read(reference), today);
  }

  /// Returns when all of the region can be found.
  Published publish(Path stateFolder) throws IOException, SQLException {
    Api api = new Api(exchange.url());
    Api.Session operator =
        LoadRegion.firstOperator(api, stateFolder.resolve("first-operator-secret"));
    Published published = new PublishRegion(region, api, operator, today, LOADERS).run();
    Indexed.await(exchange);
    return published;
  }

  /// Asks for the matches of so many lots and so many demands, drawn by the region's seed from
  /// those whose owners can ask.
  Findings ask(Published published, int sample) {
    List<Lot> lots =
        drawn(
            region.lots().stream().filter(lot -> !region.firmOf(lot).suspended()).toList(), sample);
    List<Demand> demands =
        drawn(
            region.demands().stream().filter(each -> !region.firmOf(each).suspended()).toList(),
            sample);
    List<Runnable> questions = new ArrayList<>();
    lots.forEach(lot -> questions.add(() -> askOf(published, lot)));
    demands.forEach(demand -> questions.add(() -> askOf(published, demand)));
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<?>> asked = new ArrayList<>();
      questions.forEach(question -> asked.add(threads.submit(question)));
      for (Future<?> each : asked) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a question was not answered: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return findings;
  }

  private <T> List<T> drawn(List<T> all, int sample) {
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(region.seed()));
    return shuffled.subList(0, Math.min(sample, shuffled.size()));
  }

  private void askOf(Published published, Lot lot) {
    JsonNode answer =
        published.session(region.firmOf(lot)).get("/lots/" + published.lotId(lot) + "/matches");
    Map<String, Judgement> judged = new HashMap<>();
    for (Demand demand : region.demands()) {
      if (demand.materialKeys().contains(lot.materialKey())) {
        judged.put(published.demandId(demand), judge.judge(lot, demand));
      }
    }
    findings.add("lot " + lot.number(), judged, answer.path("items"), "demand");
  }

  private void askOf(Published published, Demand demand) {
    JsonNode answer =
        published
            .session(region.firmOf(demand))
            .get("/demands/" + published.demandId(demand) + "/matches");
    Map<String, Judgement> judged = new HashMap<>();
    for (Lot lot : region.lots()) {
      if (demand.materialKeys().contains(lot.materialKey())) {
        judged.put(published.lotId(lot), judge.judge(lot, demand));
      }
    }
    findings.add("demand " + demand.number(), judged, answer.path("items"), "lot");
  }

  /// How many pairs of the whole region may trade.
  long feasiblePairs() {
    return region.lots().parallelStream()
        .mapToLong(lot ->
            region.demands().stream()
                .filter(demand -> demand.materialKeys().contains(lot.materialKey()))
                .filter(demand -> judge.judge(lot, demand).isMatch())
                .count())
        .sum();
  }

  /// What came of all questions.
  static final class Findings {

    private final List<String> examples = new ArrayList<>();
    private long asked;
    private long answerable;
    private long violations;
    private long figures;
    private double recall;
    private double best;
    private double ndcg;

    private synchronized void add(
        String question, Map<String, Judgement> judged, JsonNode items, String other) {
      List<String> shown = new ArrayList<>();
      for (JsonNode item : items) {
        String id = item.path(other).path("id").asText();
        shown.add(id);
        Judgement judgement = judged.get(id);
        if (judgement == null || !judgement.isMatch()) {
          example(
              question
                  + " is shown "
                  + id
                  + ", which the judge refuses: "
                  + (judgement == null ? "other material" : judgement.faults()));
        } else if (differs(item, judgement)) {
          figures++;
          example(
              question + " and " + id + ": " + judgement + " by the judge, shown " + figures(item));
        }
      }
      Map<String, Double> feasible = new HashMap<>();
      judged.forEach((id, judgement) -> {
        if (judgement.isMatch()) {
          feasible.put(id, judgement.score());
        }
      });
      Ranking ranking = new Ranking(feasible, shown);
      asked++;
      violations += ranking.violations();
      if (ranking.isAsked()) {
        answerable++;
        recall += ranking.recallAt50();
        best += ranking.bestAt50();
        ndcg += ranking.ndcgAt10();
      }
    }

    private void example(String text) {
      if (examples.size() < EXAMPLES_MAX) {
        examples.add(text.length() > 900 ? text.substring(0, 900) : text);
      }
    }

    private static boolean differs(JsonNode item, Judgement judgement) {
      return number(item, "distanceKm").compareTo(judgement.distanceKm()) != 0
          || number(item, "freightYuanPerT").compareTo(judgement.freightYuanPerT()) != 0
          || item.path("quantityKg").asLong() != judgement.movableKg()
          || Math.abs(item.path("score").asDouble() - judgement.score()) > 0.051;
    }

    private static String figures(JsonNode item) {
      StringBuilder text = new StringBuilder();
      for (String name : List.of("score", "distanceKm", "freightYuanPerT", "quantityKg", "terms")) {
        text.append(name).append(' ').append(item.path(name)).append("; ");
      }
      return text.toString();
    }

    private static BigDecimal number(JsonNode item, String name) {
      return new BigDecimal(item.path(name).asText("0"));
    }

    /// The first pairs on which the exchange and the judge disagree.
    List<String> examples() {
      return List.copyOf(examples);
    }

    long asked() {
      return asked;
    }

    /// To how many of the questions there is an answer that is not empty.
    long answerable() {
      return answerable;
    }

    long violations() {
      return violations;
    }

    /// How many shown matches have a distance, freight, quantity or score that the judge does not
    /// come to.
    long figures() {
      return figures;
    }

    double recallAt50() {
      return answerable == 0 ? 0 : recall / answerable;
    }

    double bestAt50() {
      return answerable == 0 ? 0 : best / answerable;
    }

    double ndcgAt10() {
      return answerable == 0 ? 0 : ndcg / answerable;
    }
  }
}
