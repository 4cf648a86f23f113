package cn.wufei.exchange.matching.fit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// How much each term counts in a score; the reasons stand in `docs/matching.md`. Only their
/// proportions matter.
@ConfigurationProperties("wufei.matching.weights")
public record MatchWeights(
    @Bindable(defaultValue = "0.40") double price,
    @Bindable(defaultValue = "0.25") double quality,
    @Bindable(defaultValue = "0.10") double quantity,
    @Bindable(defaultValue = "0.10") double window,
    @Bindable(defaultValue = "0.10") double evidence,
    @Bindable(defaultValue = "0.05") double record) {

  public MatchWeights {
    boolean counts =
        price >= 0 && quality >= 0 && quantity >= 0 && window >= 0 && evidence >= 0 && record >= 0;
    if (!counts || price + quality + quantity + window + evidence + record <= 0) {
      throw new IllegalArgumentException(
          "the weights of matching are zero or more, and one at least is more");
    }
  }
}
