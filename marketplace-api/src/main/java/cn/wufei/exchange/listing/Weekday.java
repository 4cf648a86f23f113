package cn.wufei.exchange.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/// A day of the week, in the order of ISO 8601.
@Serdeable
public enum Weekday {
  @JsonProperty("monday")
  MONDAY(1),
  @JsonProperty("tuesday")
  TUESDAY(2),
  @JsonProperty("wednesday")
  WEDNESDAY(3),
  @JsonProperty("thursday")
  THURSDAY(4),
  @JsonProperty("friday")
  FRIDAY(5),
  @JsonProperty("saturday")
  SATURDAY(6),
  @JsonProperty("sunday")
  SUNDAY(7);

  private final int number;

  Weekday(int number) {
    this.number = number;
  }

  /// 1 for Monday to 7 for Sunday.
  public int number() {
    return number;
  }

  /// @param number 1 to 7
  public static Weekday of(int number) {
    return values()[number - 1];
  }
}
