package cn.wufei.exchange.matching.fit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/// One reason for a score: how good the pair is in one respect, from 0 (barely) to 1, how much that
/// counts, and the figures that it was made from.
@Serdeable
@Schema(name = "MatchTerm")
public record Term(Key key, double score, double weight, Map<String, Object> facts) {

  public Term {
    facts = Map.copyOf(facts);
  }

  @Serdeable
  public enum Key {
    @JsonProperty("price")
    PRICE,
    @JsonProperty("quality")
    QUALITY,
    @JsonProperty("quantity")
    QUANTITY,
    @JsonProperty("window")
    WINDOW,
    @JsonProperty("evidence")
    EVIDENCE,
    @JsonProperty("record")
    RECORD
  }
}
