package cn.wufei.exchange.matching.fit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a pair beside what the two say of themselves.
///
/// @param usualParameters those that a buyer of the material usually asks for
/// @param assayedOn when the lot's stream was last sampled, for the settlement of loads or for a
///   quality report that holds
public record Background(
    List<String> usualParameters, @Nullable LocalDate assayedOn, Trades trades) {

  public Background {
    usualParameters = usualParameters.stream().distinct().toList();
  }

  /// The last loads from the seller to the buyer.
  ///
  /// @param counted at most [#COUNTED_MAX]
  /// @param good those of them that were received whole, within the tolerance of the scales
  public record Trades(int counted, int good) {

    public static final int COUNTED_MAX = 20;
    public static final Trades NONE = new Trades(0, 0);

    public Trades {
      if (good < 0 || good > counted || counted > COUNTED_MAX) {
        throw new IllegalArgumentException("good of counted loads: " + good + " of " + counted);
      }
    }
  }
}
