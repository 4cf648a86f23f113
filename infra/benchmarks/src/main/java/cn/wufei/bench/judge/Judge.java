package cn.wufei.bench.judge;

import cn.wufei.seeds.region.Region;
import cn.wufei.seeds.region.Region.Demand;
import cn.wufei.seeds.region.Region.Lot;
import cn.wufei.seeds.region.Region.Range;
import cn.wufei.seeds.region.Region.Site;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges pairs of one region on one day, when nothing of it has been traded yet: no assay of a
/// load, no record between two firms, all tonnes left.
public final class Judge {

  private static final double PRICE_HALF = 20;
  private static final double QUALITY_FULL = 0.2;
  private static final double NEVER_TRADED = 0.5;
  private static final double ESTIMATED = 0.5;
  private static final double PRICE = 0.40;
  private static final double QUALITY = 0.25;
  private static final double QUANTITY = 0.10;
  private static final double WINDOW = 0.10;
  private static final double EVIDENCE = 0.10;
  private static final double RECORD = 0.05;

  private final Region region;
  private final ReferenceData reference;
  private final Ways ways;
  private final Months months;

  /// @param today the day that the region's days count from
  public Judge(Region region, ReferenceData reference, LocalDate today) {
    this.region = region;
    this.reference = reference;
    this.ways = new Ways(reference.rates());
    this.months = new Months(today);
  }

  public Judgement judge(Lot lot, Demand demand) {
    Site from = region.sites().get(lot.site());
    Site to = region.sites().get(demand.site());
    double straightKm = Ways.straightKm(from, to);
    BigDecimal km = Ways.roadKm(straightKm);
    long movableKg = months.movableKg(lot, demand);
    BigDecimal freight = ways.freight(from, to, km, movableKg);
    BigDecimal asked = asked(lot, demand, freight);

    List<String> faults = new ArrayList<>(exclusions(lot, demand));
    if (asked.compareTo(demand.limitYuanPerT()) > 0) {
      faults.add("price");
    }
    if (lot.deliveryRadiusKm() != null && straightKm > lot.deliveryRadiusKm()) {
      faults.add("delivery");
    }
    for (Range required : demand.ranges()) {
      Range stated = find(lot.qualities(), required.parameter());
      if (stated == null) {
        faults.add("parameter-missing");
      } else if (!liesWithin(stated, required)) {
        faults.add("parameter");
      }
    }
    if (commonDays(lot, demand) <= 0) {
      faults.add("window");
    } else if (movableKg == 0) {
      faults.add("months");
    }
    return new Judgement(
        faults,
        faults.isEmpty() ? score(lot, demand, asked, movableKg) : 0,
        km,
        freight,
        asked,
        movableKg);
  }

  /// What no change of terms would help.
  private List<String> exclusions(Lot lot, Demand demand) {
    List<String> faults = new ArrayList<>();
    Region.Firm seller = region.firmOf(lot);
    Region.Firm buyer = region.firmOf(demand);
    if (lot.withdrawn() || demand.withdrawn() || seller.suspended() || buyer.suspended()) {
      faults.add("not open");
    }
    if (seller.equals(buyer)) {
      faults.add("same organisation");
    }
    if (!demand.materialKeys().contains(lot.materialKey())) {
      faults.add("other material");
    }
    if (reference.forbidden().contains(lot.materialKey() + " " + demand.use())) {
      faults.add("forbidden use");
    }
    return faults;
  }

  /// The price asked, on the basis of the demand's limit.
  private static BigDecimal asked(Lot lot, Demand demand, BigDecimal freight) {
    boolean delivered = lot.deliveryRadiusKm() != null;
    if (delivered == !demand.limitExWorks()) {
      return lot.priceYuanPerT();
    }
    return delivered ? lot.priceYuanPerT().subtract(freight) : lot.priceYuanPerT().add(freight);
  }

  private static @Nullable Range find(List<Range> ranges, String parameter) {
    return ranges.stream()
        .filter(range -> range.parameter().equals(parameter))
        .findFirst()
        .orElse(null);
  }

  private static boolean liesWithin(Range stated, Range required) {
    if (!stated.basis().equals(required.basis())) {
      return false;
    }
    return (required.min() == null || notBelow(stated.min(), required.min()))
        && (required.max() == null || notBelow(required.max(), stated.max()));
  }

  /// An absent end is open, so it is not within a closed one.
  private static boolean notBelow(@Nullable BigDecimal value, @Nullable BigDecimal than) {
    return value != null && than != null && value.compareTo(than) >= 0;
  }

  private static int wantedDays(Demand demand) {
    return demand.toDay() - Math.max(0, demand.fromDay()) + 1;
  }

  private static int commonDays(Lot lot, Demand demand) {
    int first = Math.max(0, Math.max(lot.fromDay(), demand.fromDay()));
    return Math.min(lot.toDay(), demand.toDay()) - first + 1;
  }

  private double score(Lot lot, Demand demand, BigDecimal asked, long movableKg) {
    double margin = demand.limitYuanPerT().subtract(asked).doubleValue();
    double lotKg = lot.quantityKg();
    double demandKg = demand.quantityKg();
    double bothKg = movableKg;
    BigDecimal sum =
        weighted(PRICE, margin / (margin + PRICE_HALF))
            .add(weighted(QUALITY, quality(lot, demand)))
            .add(weighted(QUANTITY, (bothKg / demandKg + bothKg / lotKg) / 2))
            .add(weighted(WINDOW, (double) commonDays(lot, demand) / wantedDays(demand)))
            .add(weighted(EVIDENCE, evidence(lot)))
            .add(weighted(RECORD, NEVER_TRADED));
    return sum.movePointRight(2).setScale(1, RoundingMode.HALF_UP).doubleValue();
  }

  /// The term to thousandths, times its weight; the weights add up to one.
  private static BigDecimal weighted(double weight, double term) {
    return BigDecimal.valueOf(weight)
        .multiply(BigDecimal.valueOf(term).setScale(3, RoundingMode.HALF_UP));
  }

  private static double quality(Lot lot, Demand demand) {
    double least = 1;
    for (Range required : demand.ranges()) {
      Range stated = find(lot.qualities(), required.parameter());
      if (stated != null) {
        least = Math.min(least, room(stated.min(), required.min(), 1));
        least = Math.min(least, room(stated.max(), required.max(), -1));
      }
    }
    return least;
  }

  /// How far inside the limit the lot's end lies, of 20 % of the limit's amount.
  private static double room(@Nullable BigDecimal end, @Nullable BigDecimal limit, int inward) {
    if (end == null || limit == null || limit.signum() == 0) {
      return 1;
    }
    double distance = inward * end.subtract(limit).doubleValue();
    return Math.clamp(distance / (QUALITY_FULL * Math.abs(limit.doubleValue())), 0, 1);
  }

  private double evidence(Lot lot) {
    Set<String> usual = reference.usualParameters().getOrDefault(lot.materialKey(), Set.of());
    Set<String> stated = new HashSet<>();
    lot.qualities().forEach(range -> stated.add(range.parameter()));
    stated.retainAll(usual);
    double share = usual.isEmpty() ? 1 : (double) stated.size() / usual.size();
    return ((lot.stated().equals("firm") ? 1 : ESTIMATED) + share) / 2;
  }
}
