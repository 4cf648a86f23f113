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
/// @param openFor the materials for which it may be traded, of a lot for approved buyers only by
///   another name ([#toApproved]), of one that goes to some divisions only by a name for each of
///   them ([#to]); none while it may not
/// @param parameters keys of [#bounds], for counting how many of them the other side names
/// @param parameterCount how many they are
/// @param needs of a demand, for each material of [#openFor] a word that stands for it and the set
///   of parameters, see [#need]; none of a lot
/// @param bounds by parameter and basis, such as `moisture_wet`
/// @param quantityLn natural logarithm of the kilograms that are open. The share that one quantity
///   is of another falls evenly with the difference of their logarithms
/// @param statedShare share of the material's usual parameters that a lot states, 0..1; 1 for a
///   demand
/// @param recursIn the months of a recurring quantity, those without kilograms left out: `2027-03`
/// @param months the same with the kilograms: `2027-03 120000`, to be read without the document
/// @param leastKg of a lot, the least that can be agreed on now; nothing where any quantity will do
@Serdeable
public record MatchPart(
    List<String> openFor,
    List<String> parameters,
    int parameterCount,
    List<String> needs,
    Map<String, Bounds> bounds,
    double quantityLn,
    double statedShare,
    List<String> recursIn,
    List<String> months,
    @Nullable Long leastKg) {

  private static final String SEPARATOR = "_";
  private static final String MONTH_SEPARATOR = " ";
  private static final String TO_APPROVED = "approved:";
  private static final char TO = '>';

  public MatchPart {
    openFor = List.copyOf(openFor);
    parameters = List.copyOf(parameters);
    needs = List.copyOf(needs);
    bounds = Map.copyOf(bounds);
    recursIn = List.copyOf(recursIn);
    months = List.copyOf(months);
  }

  /// What stands for the material of a lot for approved buyers only.
  public static String toApproved(String material) {
    return TO_APPROVED + material;
  }

  /// What stands for the material of a lot that goes to a division, and not everywhere. Whoever
  /// asks for the material alone does not find it, so neither an index of an earlier release nor a
  /// clause that was forgotten shows it where it does not go; and to ask for these words too costs
  /// next to nothing, however many lots go everywhere.
  public static String to(String material, String division) {
    return material + TO + division;
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
    return of(openFor, false, bounds, availableKg, statedShare, months);
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
    return of(openFor, true, bounds, openKg, 1, months);
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

  /// A word for a material and the parameters that are required of it. A lot that states so many
  /// fits what requires any of the sets of them; to look for these words is quicker than to count
  /// for each demand how many of its parameters the lot states. Two sets may have one word.
  ///
  /// @param parameters keys of [#bounds], in their order
  public static String need(String material, List<String> parameters) {
    return material + '|' + Integer.toHexString(String.join(",", parameters).hashCode());
  }

  private static MatchPart of(
      List<String> openFor,
      boolean requires,
      Map<String, Bounds> bounds,
      long kg,
      double statedShare,
      List<MonthPart> months) {
    List<String> open = kg > 0 ? openFor : List.of();
    List<String> parameters = bounds.keySet().stream().sorted().toList();
    List<MonthPart> recurs = months.stream().filter(month -> month.quantityKg() > 0).toList();
    return new MatchPart(
        open,
        parameters,
        parameters.size(),
        requires ? open.stream().map(material -> need(material, parameters)).toList() : List.of(),
        bounds,
        Math.log((double) Math.max(1, kg)),
        statedShare,
        recurs.stream().map(MonthPart::month).toList(),
        recurs.stream().map(month -> month.month() + MONTH_SEPARATOR + month.quantityKg()).toList(),
        null);
  }

  /// The same of a lot of which less cannot be agreed on.
  ///
  /// @param kg 0 where any quantity will do
  public MatchPart atLeast(long kg) {
    return new MatchPart(
        openFor,
        parameters,
        parameterCount,
        needs,
        bounds,
        quantityLn,
        statedShare,
        recursIn,
        months,
        kg == 0 ? null : Long.valueOf(kg));
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
