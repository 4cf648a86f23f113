package cn.wufei.exchange.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of a table that can be imported. A file may call it by its key or by its name in either
/// language.
///
/// @param key as the field of the API is called that it fills
/// @param choices empty unless it is a choice; a cell says one by code or name
@Serdeable
@Schema(name = "ImportColumnView")
public record ImportColumn(
    String key,
    String nameZh,
    String nameEn,
    Type type,
    boolean required,
    List<Choice> choices,
    @Nullable String noteZh,
    @Nullable String noteEn) {

  public ImportColumn {
    choices = List.copyOf(choices);
  }

  /// What its cells hold.
  @Serdeable
  @Schema(name = "ImportColumnType")
  public enum Type {
    @JsonProperty("text")
    TEXT,
    /// Tonnes, to the kilogram.
    @JsonProperty("tonnes")
    TONNES,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("date")
    DATE,
    @JsonProperty("yes-no")
    YES_NO,
    @JsonProperty("choice")
    CHOICE,
    /// Stands for a column for each quality parameter of the catalog.
    @JsonProperty("ranges")
    RANGES
  }

  /// One of the values that a choice has.
  @Serdeable
  @Schema(name = "ImportChoice")
  public record Choice(String code, String nameZh, String nameEn) {}

  private static ImportColumn of(Type type, String key, String nameZh, String nameEn) {
    return new ImportColumn(key, nameZh, nameEn, type, false, List.of(), null, null);
  }

  public static ImportColumn text(String key, String nameZh, String nameEn) {
    return of(Type.TEXT, key, nameZh, nameEn);
  }

  /// The firm's own number, by which a line is known.
  public static ImportColumn ownNumber(String key, String nameZh) {
    return text(key, nameZh, "Own number")
        .needed()
        .noted("贵单位的编号，不重复", "Your own number, not twice");
  }

  /// The name of a stream of the firm.
  public static ImportColumn stream(String key) {
    return text(key, "固废流", "Stream").needed().noted("固废流名称", "Name of the stream");
  }

  public static ImportColumn tonnes(String key, String nameZh, String nameEn) {
    return of(Type.TONNES, key, nameZh, nameEn);
  }

  public static ImportColumn number(String key, String nameZh, String nameEn) {
    return of(Type.NUMBER, key, nameZh, nameEn);
  }

  public static ImportColumn date(String key, String nameZh, String nameEn) {
    return of(Type.DATE, key, nameZh, nameEn);
  }

  public static ImportColumn yesNo(String key, String nameZh, String nameEn) {
    return of(Type.YES_NO, key, nameZh, nameEn);
  }

  public static ImportColumn choice(String key, String nameZh, String nameEn, Choice... choices) {
    return new ImportColumn(key, nameZh, nameEn, Type.CHOICE, false, List.of(choices), null, null);
  }

  /// A column for each quality parameter.
  public static ImportColumn ranges(String noteZh, String noteEn) {
    return of(Type.RANGES, Line.RANGES, "质量指标", "Quality parameters").noted(noteZh, noteEn);
  }

  /// The same where every line needs it.
  public ImportColumn needed() {
    return new ImportColumn(key, nameZh, nameEn, type, true, choices, noteZh, noteEn);
  }

  public ImportColumn noted(String zh, String en) {
    return new ImportColumn(key, nameZh, nameEn, type, required, choices, zh, en);
  }
}
