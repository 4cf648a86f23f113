package cn.wufei.exchange.matching.blend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Bounds of the mixtures that are looked for.
///
/// @param lotsMax most lots in one mixture: a yard keeps as many heaps apart
/// @param shareMin least share of a lot in the whole, so that nobody drives for a shovelful
/// @param blendsMax most mixtures shown, each of other lots
/// @param candidatesMax most lots that the solver is given
/// @param programmesMax most linear programmes that are solved for one demand; what was found until
///   then is shown
@ConfigurationProperties("wufei.matching.blend")
public record BlendLimits(
    @Bindable(defaultValue = "4") int lotsMax,
    @Bindable(defaultValue = "0.05") double shareMin,
    @Bindable(defaultValue = "3") int blendsMax,
    @Bindable(defaultValue = "40") int candidatesMax,
    @Bindable(defaultValue = "2000") int programmesMax) {

  public BlendLimits {
    if (lotsMax < 2 || !(shareMin >= 0 && shareMin * lotsMax <= 1)) {
      throw new IllegalArgumentException(
          "a blend is of two lots or more, and as many least shares make no more than the whole");
    }
  }
}
