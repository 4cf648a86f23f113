package cn.wufei.seeds.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Who is there and what they sell and seek. Everything has a number, its place in its list; days
/// count from the day on which the region is published.
public record Region(
    long seed, List<Firm> firms, List<Site> sites, List<Lot> lots, List<Demand> demands) {

  private static final int MONTHS_MIN = 2;
  private static final int MONTHS_MAX = 24;

  public Region {
    firms = List.copyOf(firms);
    sites = List.copyOf(sites);
    lots = List.copyOf(lots);
    demands = List.copyOf(demands);
  }

  public Firm firmOf(Lot lot) {
    return firms.get(sites.get(lot.site()).firm());
  }

  public Firm firmOf(Demand demand) {
    return firms.get(sites.get(demand.site()).firm());
  }

  /// @param kind `producer`, `receiver` or `producer-receiver`, as the API calls them
  /// @param suspended whether it is suspended when all is published
  public record Firm(
      int number,
      String uscc,
      String name,
      String nameEn,
      String kind,
      String adcode,
      boolean suspended) {

    public boolean sells() {
      return kind.startsWith("producer");
    }

    public boolean buys() {
      return kind.endsWith("receiver");
    }
  }

  /// @param latitude degrees, WGS-84
  public record Site(
      int number,
      int firm,
      String name,
      String nameEn,
      String adcode,
      BigDecimal latitude,
      BigDecimal longitude,
      boolean railSiding,
      boolean wharf) {}

  /// @param stated kebab-case, `firm` or `estimate`
  /// @param priceYuanPerT negative when the producer pays
  /// @param deliveryRadiusKm within which the price is delivered; absent when it holds ex works
  /// @param withdrawn whether it is taken from the market when all is published
  /// @param rhythm how the quantity falls to the months of the window, in turn and again from the
  ///   start; none when it does not recur
  public record Lot(
      int number,
      int site,
      String materialKey,
      String classCode,
      String title,
      String stated,
      long quantityKg,
      BigDecimal priceYuanPerT,
      @Nullable Integer deliveryRadiusKm,
      int fromDay,
      int toDay,
      List<Range> qualities,
      boolean withdrawn,
      List<Integer> rhythm) {

    public Lot {
      qualities = List.copyOf(qualities);
      rhythm = List.copyOf(rhythm);
    }

    public SequencedMap<YearMonth, Long> monthsFrom(LocalDate start) {
      return months(rhythm, quantityKg, start.plusDays(fromDay), start.plusDays(toDay));
    }
  }

  /// @param limitYuanPerT the most that the buyer pays; negative when it wants to be paid
  /// @param limitExWorks whether the buyer fetches and pays the freight besides
  /// @param withdrawn whether it is taken from the market when all is published
  /// @param rhythm how the quantity falls to the months of the window, in turn and again from the
  ///   start; none when it does not recur
  public record Demand(
      int number,
      int site,
      List<String> materialKeys,
      String use,
      String title,
      long quantityKg,
      BigDecimal limitYuanPerT,
      boolean limitExWorks,
      int fromDay,
      int toDay,
      List<Range> ranges,
      boolean withdrawn,
      List<Integer> rhythm) {

    public Demand {
      materialKeys = List.copyOf(materialKeys);
      ranges = List.copyOf(ranges);
      rhythm = List.copyOf(rhythm);
    }

    public SequencedMap<YearMonth, Long> monthsFrom(LocalDate start) {
      return months(rhythm, quantityKg, start.plusDays(fromDay), start.plusDays(toDay));
    }
  }

  /// What is stated for each month: none where the window is too short to recur in. What does not
  /// divide evenly falls to the first month that has any.
  private static SequencedMap<YearMonth, Long> months(
      List<Integer> rhythm, long quantityKg, LocalDate from, LocalDate to) {
    SequencedMap<YearMonth, Long> months = new LinkedHashMap<>();
    YearMonth last = YearMonth.from(to);
    long sum = 0;
    for (YearMonth month = YearMonth.from(from);
        !rhythm.isEmpty() && !month.isAfter(last) && months.size() < MONTHS_MAX;
        month = month.plusMonths(1)) {
      long part = rhythm.get(months.size() % rhythm.size());
      months.put(month, part);
      sum += part;
    }
    if (sum == 0 || months.size() < MONTHS_MIN) {
      return new LinkedHashMap<>();
    }
    long all = sum;
    months.replaceAll((_, part) -> quantityKg * part / all);
    long left = quantityKg - months.values().stream().mapToLong(Long::longValue).sum();
    YearMonth first =
        months.entrySet().stream()
            .filter(month -> month.getValue() > 0)
            .findFirst()
            .orElseThrow()
            .getKey();
    months.merge(first, left, Long::sum);
    return months;
  }

  /// What a lot has (both ends), or what a demand accepts (an end that is absent is open).
  public record Range(
      String parameter, @Nullable BigDecimal min, @Nullable BigDecimal max, String basis) {}
}
