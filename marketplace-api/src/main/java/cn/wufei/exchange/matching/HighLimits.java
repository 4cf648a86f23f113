package cn.wufei.exchange.matching;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.search.Candidates;
import cn.wufei.exchange.search.Clauses;
import cn.wufei.exchange.search.SearchFields;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchIndex;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How high the limits of the demands for a material are, so that a lot of a material that very
/// many seek is not compared with all of them. Asked of the index beside the requests, which do not
/// wait for it, and kept for some minutes: what is out of date makes a search slower or the count
/// of what fits less complete, and nothing else.
@Singleton
class HighLimits {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MATERIALS_MAX = 1_000;
  private static final int HUNDRED = 100;
  private static final String LIMIT = "maxDeliveredYuanPerT";

  private final Candidates candidates;
  private final AsyncLoadingCache<String, Spread> spreads;

  HighLimits(Candidates candidates, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.candidates = candidates;
    this.spreads =
        Caffeine.newBuilder()
            .maximumSize(MATERIALS_MAX)
            .refreshAfterWrite(KEPT)
            .executor(executor)
            .buildAsync(this::ask);
  }

  /// Demands for a material with the highest limits, about so many of them; nothing while it is not
  /// known which limits those are, and where there are hardly more demands. A limit ex works is
  /// lower than a delivered one that is as good, so each basis is cut at the same share of its own.
  @Nullable Map<String, Object> highest(String material, int count) {
    CompletableFuture<Spread> asked = spreads.get(material);
    Spread spread =
        asked.isDone() && !asked.isCompletedExceptionally()
            ? asked.getNow(Spread.NONE)
            : Spread.NONE;
    Map<PriceBasis, BigDecimal> reached = spread.reachedBy(count);
    if (reached.isEmpty()) {
      return null;
    }
    List<Map<String, Object>> ofEach = new ArrayList<>();
    for (PriceBasis basis : PriceBasis.values()) {
      Map<String, Object> ofBasis = Clauses.term(SearchFields.LIMIT_BASIS, basis.code());
      BigDecimal limit = reached.get(basis);
      ofEach.add(
          limit == null
              ? ofBasis
              : Clauses.all(List.of(ofBasis, Clauses.range(LIMIT, "gte", limit))));
    }
    return Clauses.any(ofEach);
  }

  private Spread ask(String material) {
    Map<String, Object> byBasis = new HashMap<>();
    for (PriceBasis basis : PriceBasis.values()) {
      byBasis.put(basis.code(), Clauses.term(SearchFields.LIMIT_BASIS, basis.code()));
    }
    Map<String, Object> parts =
        Map.of(
            "field",
            LIMIT,
            "keyed",
            false,
            "percents",
            IntStream.range(1, HUNDRED).boxed().toList());
    Outcome<JsonNode> answer =
        candidates.ask(
            SearchIndex.DEMANDS,
            Map.of(
                "size",
                0,
                "track_total_hits",
                true,
                "query",
                Clauses.term(CandidateClauses.OPEN_FOR, material),
                "aggs",
                Map.of(
                    "bases",
                    Map.of(
                        "filters",
                        Map.of("filters", byBasis),
                        "aggs",
                        Map.of("limits", Map.of("percentiles", parts))))));
    return switch (answer) {
      case Outcome.Done<JsonNode>(JsonNode found) -> read(found);
      case Outcome.Refused<JsonNode> _ -> Spread.NONE;
    };
  }

  private static Spread read(JsonNode answer) {
    Map<PriceBasis, List<BigDecimal>> parts = new EnumMap<>(PriceBasis.class);
    for (PriceBasis basis : PriceBasis.values()) {
      List<BigDecimal> limits = new ArrayList<>();
      JsonNode values =
          Json.at(answer, "aggregations", "bases", "buckets", basis.code(), "limits", "values");
      for (JsonNode part : values.values()) {
        JsonNode value = Json.find(part, "value");
        if (value != null && !value.isNull()) {
          limits.add(value.getBigDecimalValue());
        }
      }
      if (!limits.isEmpty()) {
        parts.put(basis, limits);
      }
    }
    return new Spread(Json.total(answer), parts);
  }

  /// @param demands how many there are
  /// @param parts by basis the limits below which one, two and so on of a hundred of them lie
  record Spread(long demands, Map<PriceBasis, List<BigDecimal>> parts) {

    static final Spread NONE = new Spread(0, Map.of());

    /// To leave out a smaller share is not worth that the rest are not counted.
    private static final int LEAST_CUT = 25;

    Spread {
      parts = Map.copyOf(parts);
    }

    /// The limit on each basis that so many of all reach; none when hardly any would be left out.
    Map<PriceBasis, BigDecimal> reachedBy(int count) {
      long below = Math.min(HUNDRED - 1, HUNDRED - HUNDRED * (long) count / Math.max(1, demands));
      Map<PriceBasis, BigDecimal> reached = new EnumMap<>(PriceBasis.class);
      if (below >= LEAST_CUT) {
        parts.forEach((basis, limits) -> reached.put(basis, limits.get((int) below - 1)));
      }
      return reached;
    }
  }
}
