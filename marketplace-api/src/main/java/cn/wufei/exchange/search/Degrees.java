package cn.wufei.exchange.search;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Degrees as text, without exponents, infinities and the like.
final class Degrees {

  private static final Pattern NUMBER = Pattern.compile("\\s*-?[0-9]{1,3}(\\.[0-9]{1,15})?\\s*");
  private static final int LATITUDE_MAX = 90;
  private static final int LONGITUDE_MAX = 180;

  private Degrees() {}

  static double @Nullable [] parse(String text, String separator) {
    String[] parts = text.split(separator, -1);
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (!NUMBER.matcher(parts[i]).matches()) {
        return null;
      }
      numbers[i] = Double.parseDouble(parts[i]);
    }
    return numbers;
  }

  static boolean isPlace(double longitude, double latitude) {
    return Math.abs(longitude) <= LONGITUDE_MAX && Math.abs(latitude) <= LATITUDE_MAX;
  }
}
