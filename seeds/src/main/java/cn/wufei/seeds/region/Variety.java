package cn.wufei.seeds.region;

/// How much of a region's trade is other than plain, each a share of one.
///
/// @param deliveredPrice lots whose price is delivered within a radius
/// @param exWorksLimit demands whose limit holds ex works
/// @param rail sites with a rail siding
/// @param wharf sites with a wharf
/// @param recurring lots and demands that recur by month
public record Variety(
    double deliveredPrice, double exWorksLimit, double rail, double wharf, double recurring) {

  /// Some of every kind.
  public static final Variety ALL = new Variety(0.25, 0.15, 0.2, 0.08, 0.15);

  /// Prices ex works, limits delivered, everything by road and at once.
  public static final Variety PLAIN = new Variety(0, 0, 0, 0, 0);
}
