package cn.wufei.exchange.csv;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the columns of a table together, each with the type that its values have.
public final class Columns<R> {

  private final List<Column<R>> columns = new ArrayList<>();

  /// A value of a certain type, or nothing.
  @FunctionalInterface
  public interface Of<R, T> {
    @Nullable T row(R row);
  }

  public Columns<R> text(String key, String zh, String en, Of<R, String> of) {
    return add(key, zh, en, Column.Type.TEXT, of::row);
  }

  public Columns<R> id(String key, String zh, String en, Of<R, Id> of) {
    return add(key, zh, en, Column.Type.TEXT, of::row);
  }

  public Columns<R> name(String key, String zh, String en, Of<R, Named> of) {
    return add(key, zh, en, Column.Type.NAME, of::row);
  }

  public Columns<R> yesNo(String key, String zh, String en, Of<R, Boolean> of) {
    return add(key, zh, en, Column.Type.YES_NO, of::row);
  }

  public Columns<R> day(String key, String zh, String en, Of<R, LocalDate> of) {
    return add(key, zh, en, Column.Type.DAY, of::row);
  }

  public Columns<R> time(String key, String zh, String en, Of<R, Instant> of) {
    return add(key, zh, en, Column.Type.TIME, of::row);
  }

  public Columns<R> whole(String key, String zh, String en, Of<R, Number> of) {
    return add(key, zh, en, Column.Type.NUMBER, of::row);
  }

  public Columns<R> number(String key, String zh, String en, Of<R, BigDecimal> of) {
    return add(key, zh, en, Column.Type.NUMBER, of::row);
  }

  public Columns<R> kg(String key, String zh, String en, Of<R, Long> of) {
    return add(key, zh, en, Column.Type.KG, of::row);
  }

  /// Of an amount in fen.
  public Columns<R> yuan(String key, String zh, String en, Of<R, Long> of) {
    return add(key, zh, en, Column.Type.YUAN, of::row);
  }

  public Columns<R> yuanPerT(String key, String zh, String en, Of<R, BigDecimal> of) {
    return add(key, zh, en, Column.Type.YUAN_PER_T, of::row);
  }

  public Columns<R> percent(String key, String zh, String en, Of<R, BigDecimal> of) {
    return add(key, zh, en, Column.Type.PERCENT, of::row);
  }

  public Columns<R> km(String key, String zh, String en, Of<R, BigDecimal> of) {
    return add(key, zh, en, Column.Type.KM, of::row);
  }

  public Columns<R> bytes(String key, String zh, String en, Of<R, Long> of) {
    return add(key, zh, en, Column.Type.BYTES, of::row);
  }

  public List<Column<R>> list() {
    return List.copyOf(columns);
  }

  private Columns<R> add(
      String key, String zh, String en, Column.Type type, Column.Value<R> value) {
    columns.add(new Column<>(key, new Named(zh, en), type, value));
    return this;
  }
}
