package cn.wufei.exchange.search;

/// Administrative divisions by their six digits: the first two name the province, four the city.
final class Divisions {

  private static final int PROVINCE_DIGITS = 2;
  private static final int CITY_DIGITS = 4;

  private Divisions() {}

  /// 370100 means all that begins with 3701: divisions contain those below them.
  static String prefixOf(String adcode) {
    String part = adcode;
    while (part.length() > PROVINCE_DIGITS && part.endsWith("00")) {
      part = part.substring(0, part.length() - 2);
    }
    return part;
  }

  /// The city that a district lies in, and a city itself.
  static String cityOf(String adcode) {
    return adcode.substring(0, CITY_DIGITS) + "00";
  }
}
