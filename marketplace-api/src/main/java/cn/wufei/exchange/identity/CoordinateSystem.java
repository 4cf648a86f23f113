package cn.wufei.exchange.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Locale;

/// What degrees may be given in. Inside the exchange all are WGS-84, from which the national
/// CGCS2000 differs by centimetres.
@Serdeable
enum CoordinateSystem {
  /// GPS receivers and 天地图.
  @JsonProperty("wgs-84")
  WGS_84,
  /// 高德 and 腾讯.
  @JsonProperty("gcj-02")
  GCJ_02,
  /// 百度.
  @JsonProperty("bd-09")
  BD_09;

  private static final double METRES_PER_DEGREE = 111_195;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static CoordinateSystem ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The point in WGS-84 to the sixth decimal; as given when it is in that already.
  Degrees toWgs84(BigDecimal latitude, BigDecimal longitude) {
    if (this == WGS_84) {
      return new Degrees(latitude, longitude);
    }
    ChinaShift.Point found =
        inverse(new ChinaShift.Point(latitude.doubleValue(), longitude.doubleValue()));
    return new Degrees(BigDecimal.valueOf(found.latitude()), BigDecimal.valueOf(found.longitude()));
  }

  /// How far apart a point of WGS-84 and the same degrees of this system lie, in whole metres.
  int shiftM(BigDecimal latitude, BigDecimal longitude) {
    var point = new ChinaShift.Point(latitude.doubleValue(), longitude.doubleValue());
    ChinaShift.Point shifted = forward(point);
    double north = (shifted.latitude() - point.latitude()) * METRES_PER_DEGREE;
    double east =
        (shifted.longitude() - point.longitude())
            * METRES_PER_DEGREE
            * Math.cos(Math.toRadians(point.latitude()));
    return (int) Math.round(Math.hypot(north, east));
  }

  /// A point of WGS-84 in this system.
  ChinaShift.Point forward(ChinaShift.Point wgs84) {
    return switch (this) {
      case WGS_84 -> wgs84;
      case GCJ_02 -> ChinaShift.gcj02(wgs84);
      case BD_09 -> ChinaShift.bd09(ChinaShift.gcj02(wgs84));
    };
  }

  ChinaShift.Point inverse(ChinaShift.Point given) {
    return ChinaShift.inverse(given, this::forward);
  }
}
