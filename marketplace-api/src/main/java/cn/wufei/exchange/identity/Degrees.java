package cn.wufei.exchange.identity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A point in degrees, to about a decimetre.
record Degrees(BigDecimal latitude, BigDecimal longitude) {

  Degrees {
    latitude = latitude.setScale(Inputs.DEGREE_DECIMALS, RoundingMode.HALF_UP);
    longitude = longitude.setScale(Inputs.DEGREE_DECIMALS, RoundingMode.HALF_UP);
  }

  boolean isInChina() {
    return isBetween(Inputs.LATITUDE_MIN, latitude, Inputs.LATITUDE_MAX)
        && isBetween(Inputs.LONGITUDE_MIN, longitude, Inputs.LONGITUDE_MAX);
  }

  private static boolean isBetween(String least, BigDecimal value, String most) {
    return new BigDecimal(least).compareTo(value) <= 0
        && value.compareTo(new BigDecimal(most)) <= 0;
  }
}
