package cn.wufei.exchange.csv;

import cn.wufei.exchange.kernel.LocalCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A column of a table: what it is called and what it holds of a row.
///
/// @param key as the field of the API is called that it shows
/// @param name without the unit, which the type says
public record Column<R>(String key, Named name, Type type, Value<R> value) {

  private static final int FEN_DECIMALS = 2;
  private static final Named YES = new Named("是", "yes");
  private static final Named NO = new Named("否", "no");

  /// What a row has in the column; nothing makes an empty cell.
  @FunctionalInterface
  public interface Value<R> {
    @Nullable Object of(R row);
  }

  /// What the cells of a column hold, and in which unit. Masses are whole kilograms everywhere, and
  /// money yuan with two decimals.
  public enum Type {
    TEXT("", ""),
    /// Text in the language of the export.
    NAME("", ""),
    YES_NO("", ""),
    /// ISO 8601, `2026-11-27`.
    DAY("", ""),
    /// ISO 8601 in China Standard Time, `2026-11-27T08:00:00+08:00`.
    TIME("", ""),
    NUMBER("", ""),
    KG("(kg)", " (kg)"),
    /// Kept in fen.
    YUAN("(元)", " (CNY)"),
    YUAN_PER_T("(元/吨)", " (CNY/t)"),
    PERCENT("(%)", " (%)"),
    KM("(公里)", " (km)"),
    BYTES("(字节)", " (bytes)");

    private final String unitZh;
    private final String unitEn;

    Type(String unitZh, String unitEn) {
      this.unitZh = unitZh;
      this.unitEn = unitEn;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the column is summed up where an export says what is in it.
    public boolean isSummed() {
      return this == KG || this == YUAN;
    }
  }

  /// With the unit.
  public String heading(Language language) {
    return name.in(language) + language.of(type.unitZh, type.unitEn);
  }

  /// As it stands in the file, not yet quoted.
  public String cell(R row, Language language) {
    Object found = value.of(row);
    return found == null ? "" : text(found, language);
  }

  private String text(Object found, Language language) {
    return switch (type) {
      case TEXT -> CsvText.text(found.toString());
      case NAME -> CsvText.text(((Named) found).in(language));
      case YES_NO -> ((boolean) found ? YES : NO).in(language);
      case DAY -> found.toString();
      case TIME ->
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
              ((Instant) found).atZone(LocalCalendar.ZONE));
      case KG, BYTES -> Long.toString((long) found);
      case YUAN -> BigDecimal.valueOf((long) found, FEN_DECIMALS).toPlainString();
      case NUMBER, YUAN_PER_T, PERCENT, KM -> plain((Number) found);
    };
  }

  private static String plain(Number number) {
    return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
  }

  /// What of a row counts to the column's sum, in kilograms or fen.
  public long summed(R row) {
    Object found = value.of(row);
    return found == null ? 0 : (long) found;
  }
}
