package cn.wufei.exchange.matching.fit;

import static cn.wufei.exchange.matching.fit.PairFixture.TODAY;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Lots and demands of one material that are open and not over, for tests with a seed.
final class RandomPair {

  private RandomPair() {}

  static Supply supply(Random random) {
    LocalDate from = TODAY.plusDays(random.nextInt(-40, 40));
    LocalDate to = last(from, random);
    long kg = random.nextLong(1_000, 1_000_000);
    List<MonthQuantity> months = months(from, to, random);
    return new Supply(
        Id.of(100),
        PairFixture.SELLER,
        true,
        "bof-slag",
        random.nextBoolean(),
        kg,
        BigDecimal.valueOf(random.nextInt(-300, 300), 1),
        random.nextBoolean() ? null : random.nextInt(20, 150),
        from,
        to,
        ranges(random, false),
        months,
        months.isEmpty() && random.nextBoolean() ? random.nextLong(1, kg + 1) : 0,
        List.of());
  }

  static Need need(Random random) {
    LocalDate from = TODAY.plusDays(random.nextInt(-40, 40));
    LocalDate to = last(from, random);
    return new Need(
        Id.of(200),
        PairFixture.BUYER,
        true,
        Set.of("bof-slag"),
        "road-base",
        random.nextLong(1_000, 1_000_000),
        BigDecimal.valueOf(random.nextInt(-300, 600), 1),
        random.nextBoolean() ? PriceBasis.DELIVERED : PriceBasis.EX_WORKS,
        from,
        to,
        ranges(random, true),
        months(from, to, random),
        List.of());
  }

  /// Of every other one the months of its window, some of them without tonnes, but not so many that
  /// less than a kilogram falls to one that has some.
  static List<MonthQuantity> months(LocalDate from, LocalDate to, Random random) {
    List<MonthQuantity> months = new ArrayList<>();
    YearMonth last = YearMonth.from(to);
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(last) && (!months.isEmpty() || random.nextBoolean());
        month = month.plusMonths(1)) {
      months.add(new MonthQuantity(month.toString(), Math.max(0, random.nextLong(-10, 20))));
    }
    return months;
  }

  private static LocalDate last(LocalDate from, Random random) {
    LocalDate to = from.plusDays(random.nextInt(60));
    return to.isBefore(TODAY) ? TODAY : to;
  }

  private static List<ParameterRange> ranges(Random random, boolean required) {
    List<String> parameters = new ArrayList<>(Arrays.asList("moisture", "f-cao", "tfe"));
    List<ParameterRange> ranges = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String parameter = parameters.remove(random.nextInt(parameters.size()));
      int min = random.nextInt(0, 20);
      int max = min + random.nextInt(required ? 30 : 6);
      int ends = required ? random.nextInt(3) : 0;
      ranges.add(
          new ParameterRange(
              parameter,
              ends == 1 ? null : BigDecimal.valueOf(min),
              ends == 2 ? null : BigDecimal.valueOf(max),
              random.nextInt(8) == 0 ? "wet" : "dry"));
    }
    return ranges;
  }
}
