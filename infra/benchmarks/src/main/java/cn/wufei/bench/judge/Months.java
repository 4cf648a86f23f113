package cn.wufei.bench.judge;

import cn.wufei.seeds.region.Region.Demand;
import cn.wufei.seeds.region.Region.Lot;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What of a pair can move from today on, month by month where one of the two recurs.
final class Months {

  private final LocalDate today;

  Months(LocalDate today) {
    this.today = today;
  }

  long movableKg(Lot lot, Demand demand) {
    Map<YearMonth, Long> had = lot.monthsFrom(today);
    Map<YearMonth, Long> wanted = demand.monthsFrom(today);
    long bothKg = Math.min(lot.quantityKg(), demand.quantityKg());
    if (had.isEmpty() && wanted.isEmpty()) {
      return bothKg;
    }
    Map<YearMonth, Long> hadNow = remaining(lot.quantityKg(), had);
    Map<YearMonth, Long> wantedNow = remaining(demand.quantityKg(), wanted);
    TreeSet<YearMonth> inOrder = new TreeSet<>(hadNow.keySet());
    inOrder.addAll(wantedNow.keySet());
    long movedKg = 0;
    for (YearMonth month : inOrder) {
      if (!commonDay(lot, demand, month)) {
        continue;
      }
      long kg = bothKg - movedKg;
      if (!had.isEmpty()) {
        kg = Math.min(kg, hadNow.getOrDefault(month, 0L));
      }
      if (!wanted.isEmpty()) {
        kg = Math.min(kg, wantedNow.getOrDefault(month, 0L));
      }
      movedKg += kg;
    }
    return movedKg;
  }

  private boolean commonDay(Lot lot, Demand demand, YearMonth month) {
    for (int day = 0; day <= Math.min(lot.toDay(), demand.toDay()); day++) {
      boolean both = day >= lot.fromDay() && day >= demand.fromDay();
      if (both && YearMonth.from(today.plusDays(day)).equals(month)) {
        return true;
      }
    }
    return false;
  }

  /// All of the total in those months that are not over, by the method of the largest remainders.
  private Map<YearMonth, Long> remaining(long totalKg, Map<YearMonth, Long> stated) {
    record Share(YearMonth month, long kg, BigInteger remainder) {}

    List<YearMonth> months = new ArrayList<>(new TreeSet<>(stated.keySet()));
    months.removeIf(month -> month.compareTo(YearMonth.from(today)) < 0);
    BigInteger sum = BigInteger.ZERO;
    for (YearMonth month : months) {
      sum = sum.add(BigInteger.valueOf(stated.getOrDefault(month, 0L)));
    }
    Map<YearMonth, Long> kilograms = new HashMap<>();
    if (sum.signum() == 0) {
      months.forEach(month -> kilograms.put(month, 0L));
      return kilograms;
    }
    List<Share> shares = new ArrayList<>();
    long missing = totalKg;
    for (YearMonth month : months) {
      BigInteger product =
          BigInteger.valueOf(totalKg).multiply(BigInteger.valueOf(stated.getOrDefault(month, 0L)));
      long kg = product.divide(sum).longValueExact();
      shares.add(new Share(month, kg, product.mod(sum)));
      missing -= kg;
    }
    shares.sort(Comparator.comparing(Share::remainder).reversed().thenComparing(Share::month));
    for (Share share : shares) {
      kilograms.put(share.month(), share.kg() + (missing > 0 ? 1 : 0));
      missing = Math.max(0, missing - 1);
    }
    return kilograms;
  }
}
