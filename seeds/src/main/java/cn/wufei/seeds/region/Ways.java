package cn.wufei.seeds.region;

/// How much of a region's trade goes otherwise than by road at a delivered limit, each a share of
/// one.
///
/// @param deliveredPrice lots whose price is delivered within a radius
/// @param exWorksLimit demands whose limit holds ex works
/// @param rail sites with a rail siding
/// @param wharf sites with a wharf
public record Ways(double deliveredPrice, double exWorksLimit, double rail, double wharf) {

  /// Of every kind some.
  public static final Ways ALL = new Ways(0.25, 0.15, 0.2, 0.08);

  /// Prices ex works, limits delivered, everything by road.
  public static final Ways ROAD = new Ways(0, 0, 0, 0);
}
