package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A district, city or province by its GB/T 2260 number; `parent` is the number of what it lies in.
@Serdeable
public record Region(String adcode, String nameZh, String nameEn, @Nullable String parent) {

  /// Six digits: the first two name the province, the first four the city.
  public static final String ADCODE = "[0-9]{6}";

  private static final int PROVINCE_DIGITS = 2;
  private static final int CITY_DIGITS = 4;

  /// The divisions in which a division lies, the widest first and itself last. They follow from the
  /// digits, so a place whose own division the catalog does not list lies in its city all the same.
  public static List<String> around(String adcode) {
    return Stream.of(
            adcode.substring(0, PROVINCE_DIGITS) + "0000",
            adcode.substring(0, CITY_DIGITS) + "00",
            adcode)
        .distinct()
        .toList();
  }
}
