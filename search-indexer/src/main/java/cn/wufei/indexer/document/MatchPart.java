package cn.wufei.indexer.document;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// What the other side of a match is found by: figures of the document itself, in the form in which
/// one request can filter and rank by them. Whoever shows a match judges the figures themselves.
///
/// @param openFor the materials for which it may be traded; none while it may not
/// @param parameters keys of [#bounds], for counting how many of them the other side names
/// @param parameterCount how many they are
/// @param bounds by parameter and basis, such as `moisture_wet`
/// @param quantityLn natural logarithm of the kilograms that are open. The share that one quantity
///   is of another falls evenly with the difference of their logarithms
/// @param statedShare share of the material's usual parameters that a lot states, 0..1; 1 for a
///   demand
/// @param months of a recurring quantity, those without kilograms left out: `2027-03 120000`, so
///   that they can be asked for by their month and read without the document
@Serdeable
public record MatchPart(
    List<String> openFor,
    List<String> parameters,
    int parameterCount,
    Map<String, Bounds> bounds,
    double quantityLn,
    double statedShare,
    List<String> months) {

  private static final String SEPARATOR = "_";
  private static final String MONTH_SEPARATOR = " ";

  public MatchPart {
    openFor = List.copyOf(openFor);
    parameters = List.copyOf(parameters);
    bounds = Map.copyOf(bounds);
    months = List.copyOf(months);
  }

  /// An end that is absent is open.
  @Serdeable
  public record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {}

  /// Of a lot: where several ranges of one parameter are stated, all of them have to fit, so the
  /// span of all is what counts.
  public static MatchPart ofLot(
      List<String> openFor,
      Collection<ParameterRange> stated,
      long availableKg,
      double statedShare,
      List<MonthPart> months) {
    Map<String, Bounds> bounds = new LinkedHashMap<>();
    stated.forEach(range ->
        bounds.merge(
            key(range.parameter(), range.basis()),
            new Bounds(range.min(), range.max()),
            (one, other) ->
                new Bounds(
                    ifBoth(one.min(), other.min(), BigDecimal::min),
                    ifBoth(one.max(), other.max(), BigDecimal::max))));
    return of(openFor, bounds, availableKg, statedShare, months);
  }

  /// Of a demand: where a parameter is required twice, what both accept is what counts.
  public static MatchPart ofDemand(
      List<String> openFor,
      Collection<ParameterRange> required,
      long openKg,
      List<MonthPart> months) {
    Map<String, Bounds> bounds = new LinkedHashMap<>();
    required.forEach(range ->
        bounds.merge(
            key(range.parameter(), range.basis()),
            new Bounds(range.min(), range.max()),
            (one, other) ->
                new Bounds(
                    ifAny(one.min(), other.min(), BigDecimal::max),
                    ifAny(one.max(), other.max(), BigDecimal::min))));
    return of(openFor, bounds, openKg, 1, months);
  }

  public static String key(String parameter, String basis) {
    return parameter + SEPARATOR + basis;
  }

  /// The range that an entry of [#bounds] stands for.
  public static ParameterRange range(String key, Bounds bounds) {
    int end = key.lastIndexOf(SEPARATOR);
    return new ParameterRange(
        key.substring(0, end), bounds.min(), bounds.max(), key.substring(end + 1));
  }

  /// The month that an entry of [#months] stands for.
  public static MonthPart month(String entry) {
    int end = entry.indexOf(MONTH_SEPARATOR);
    return new MonthPart(entry.substring(0, end), Long.parseLong(entry.substring(end + 1)));
  }

  private static MatchPart of(
      List<String> openFor,
      Map<String, Bounds> bounds,
      long kg,
      double statedShare,
      List<MonthPart> months) {
    return new MatchPart(
        kg > 0 ? openFor : List.of(),
        bounds.keySet().stream().sorted().toList(),
        bounds.size(),
        bounds,
        Math.log((double) Math.max(1, kg)),
        statedShare,
        months.stream()
            .filter(month -> month.quantityKg() > 0)
            .map(month -> month.month() + MONTH_SEPARATOR + month.quantityKg())
            .toList());
  }

  private static @Nullable BigDecimal ifBoth(
      @Nullable BigDecimal one, @Nullable BigDecimal other, BinaryOperator<BigDecimal> choice) {
    return one == null || other == null ? null : choice.apply(one, other);
  }

  private static @Nullable BigDecimal ifAny(
      @Nullable BigDecimal one, @Nullable BigDecimal other, BinaryOperator<BigDecimal> choice) {
    if (one == null) {
      return other;
    }
    return other == null ? one : choice.apply(one, other);
  }
}
