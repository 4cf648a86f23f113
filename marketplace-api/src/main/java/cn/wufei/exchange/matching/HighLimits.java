package cn.wufei.exchange.matching;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.search.Candidates;
import cn.wufei.exchange.search.Clauses;
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

  /// The limit that about so many of the demands for a material reach, yuan per tonne; nothing
  /// while it is not known, and where there are hardly more of them.
  @Nullable BigDecimal reachedBy(String material, int count) {
    CompletableFuture<Spread> asked = spreads.get(material);
    Spread spread =
        asked.isDone() && !asked.isCompletedExceptionally()
            ? asked.getNow(Spread.NONE)
            : Spread.NONE;
    return spread.reachedBy(count);
  }

  private Spread ask(String material) {
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
                    "limits",
                    Map.of(
                        "percentiles",
                        Map.of(
                            "field",
                            "maxDeliveredYuanPerT",
                            "keyed",
                            false,
                            "percents",
                            IntStream.range(1, HUNDRED).boxed().toList())))));
    return switch (answer) {
      case Outcome.Done<JsonNode>(JsonNode found) -> read(found);
      case Outcome.Refused<JsonNode> _ -> Spread.NONE;
    };
  }

  private static Spread read(JsonNode answer) {
    List<BigDecimal> parts = new ArrayList<>();
    for (JsonNode part : Json.at(answer, "aggregations", "limits", "values").values()) {
      JsonNode value = Json.find(part, "value");
      if (value == null || value.isNull()) {
        return Spread.NONE;
      }
      parts.add(value.getBigDecimalValue());
    }
    return new Spread(Json.at(answer, "hits", "total", "value").getLongValue(), parts);
  }

  /// @param demands how many there are
  /// @param parts the limits below which one, two and so on of a hundred of them lie
  record Spread(long demands, List<BigDecimal> parts) {

    static final Spread NONE = new Spread(0, List.of());

    /// To leave out a smaller share is not worth that the rest are not counted.
    private static final int LEAST_CUT = 25;

    Spread {
      parts = List.copyOf(parts);
    }

    @Nullable BigDecimal reachedBy(int count) {
      long below = HUNDRED - HUNDRED * (long) count / Math.max(1, demands);
      int part = (int) Math.min(below, parts.size());
      return part < LEAST_CUT ? null : parts.get(part - 1);
    }
  }
}
