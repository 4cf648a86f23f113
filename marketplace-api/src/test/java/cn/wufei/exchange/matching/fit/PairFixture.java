package cn.wufei.exchange.matching.fit;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A lot and a demand that fit, and the same with one thing changed.
final class PairFixture {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  static final Id SELLER = Id.of(1);
  static final Id BUYER = Id.of(2);

  private PairFixture() {}

  static Supply slag() {
    return new Supply(
        Id.of(11),
        SELLER,
        true,
        "bof-slag",
        true,
        500_000,
        new BigDecimal("10.00"),
        null,
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 3, 31),
        List.of(range("moisture", "6", "8", "wet"), range("f-cao", "1", "2.5", "dry")),
        List.of(),
        0,
        List.of());
  }

  static Need slagWanted() {
    return new Need(
        Id.of(12),
        BUYER,
        true,
        Set.of("bof-slag", "eaf-slag"),
        "road-base",
        800_000,
        new BigDecimal("40.00"),
        PriceBasis.DELIVERED,
        LocalDate.of(2026, 3, 11),
        LocalDate.of(2026, 4, 9),
        List.of(range("moisture", null, "8", "wet"), range("f-cao", null, "3", "dry")),
        List.of(),
        List.of());
  }

  static ParameterRange range(
      String parameter, @Nullable String min, @Nullable String max, String basis) {
    return new ParameterRange(
        parameter,
        min == null ? null : new BigDecimal(min),
        max == null ? null : new BigDecimal(max),
        basis);
  }

  /// Ranges as `moisture 6..8 wet, f-cao 1..2.5 dry`; an end left out is open.
  static List<ParameterRange> ranges(@Nullable String text) {
    List<ParameterRange> ranges = new ArrayList<>();
    if (text != null) {
      for (String each : text.split(", *", -1)) {
        String[] parts = each.split(" ", -1);
        String[] ends = parts[1].split("\\.\\.", -1);
        ranges.add(
            range(
                parts[0],
                ends[0].isEmpty() ? null : ends[0],
                ends[1].isEmpty() ? null : ends[1],
                parts[2]));
      }
    }
    return ranges;
  }

  static Supply with(Supply supply, List<ParameterRange> qualities) {
    return new Supply(
        supply.lotId(),
        supply.organisationId(),
        supply.open(),
        supply.materialKey(),
        supply.firm(),
        supply.availableKg(),
        supply.priceYuanPerT(),
        supply.radiusKm(),
        supply.availableFrom(),
        supply.availableTo(),
        qualities,
        supply.months(),
        supply.leastKg(),
        supply.destinations());
  }

  static Supply available(Supply supply, String from, String to, long kg) {
    return new Supply(
        supply.lotId(),
        supply.organisationId(),
        supply.open(),
        supply.materialKey(),
        supply.firm(),
        kg,
        supply.priceYuanPerT(),
        supply.radiusKm(),
        LocalDate.parse(from),
        LocalDate.parse(to),
        supply.qualities(),
        supply.months(),
        supply.leastKg(),
        supply.destinations());
  }

  static Supply of(Supply supply, Id organisation, boolean open, String material) {
    return new Supply(
        supply.lotId(),
        organisation,
        open,
        material,
        supply.firm(),
        supply.availableKg(),
        supply.priceYuanPerT(),
        supply.radiusKm(),
        supply.availableFrom(),
        supply.availableTo(),
        supply.qualities(),
        supply.months(),
        supply.leastKg(),
        supply.destinations());
  }

  /// The same of which less than that is not sold.
  static Supply atLeast(Supply supply, long kg) {
    return new Supply(
        supply.lotId(),
        supply.organisationId(),
        supply.open(),
        supply.materialKey(),
        supply.firm(),
        supply.availableKg(),
        supply.priceYuanPerT(),
        supply.radiusKm(),
        supply.availableFrom(),
        supply.availableTo(),
        supply.qualities(),
        supply.months(),
        kg,
        supply.destinations());
  }

  /// The same that goes to some divisions only.
  static Supply goingTo(Supply supply, String... divisions) {
    return new Supply(
        supply.lotId(),
        supply.organisationId(),
        supply.open(),
        supply.materialKey(),
        supply.firm(),
        supply.availableKg(),
        supply.priceYuanPerT(),
        supply.radiusKm(),
        supply.availableFrom(),
        supply.availableTo(),
        supply.qualities(),
        supply.months(),
        supply.leastKg(),
        List.of(divisions));
  }

  static Need seeking(Need need, long kg) {
    return new Need(
        need.demandId(),
        need.organisationId(),
        need.open(),
        need.materialKeys(),
        need.use(),
        kg,
        need.maxDeliveredYuanPerT(),
        need.limitBasis(),
        need.neededFrom(),
        need.neededTo(),
        need.ranges(),
        need.months(),
        need.divisions());
  }

  /// The same with its site in these divisions.
  static Need lyingIn(Need need, String... divisions) {
    return new Need(
        need.demandId(),
        need.organisationId(),
        need.open(),
        need.materialKeys(),
        need.use(),
        need.openKg(),
        need.maxDeliveredYuanPerT(),
        need.limitBasis(),
        need.neededFrom(),
        need.neededTo(),
        need.ranges(),
        need.months(),
        List.of(divisions));
  }

  static Need with(Need need, List<ParameterRange> ranges) {
    return new Need(
        need.demandId(),
        need.organisationId(),
        need.open(),
        need.materialKeys(),
        need.use(),
        need.openKg(),
        need.maxDeliveredYuanPerT(),
        need.limitBasis(),
        need.neededFrom(),
        need.neededTo(),
        ranges,
        need.months(),
        need.divisions());
  }

  static Need paying(Need need, String maxDeliveredYuanPerT) {
    return new Need(
        need.demandId(),
        need.organisationId(),
        need.open(),
        need.materialKeys(),
        need.use(),
        need.openKg(),
        new BigDecimal(maxDeliveredYuanPerT),
        need.limitBasis(),
        need.neededFrom(),
        need.neededTo(),
        need.ranges(),
        need.months(),
        need.divisions());
  }

  static Need open(Need need, boolean open, long openKg) {
    return new Need(
        need.demandId(),
        need.organisationId(),
        open,
        need.materialKeys(),
        need.use(),
        openKg,
        need.maxDeliveredYuanPerT(),
        need.limitBasis(),
        need.neededFrom(),
        need.neededTo(),
        need.ranges(),
        need.months(),
        need.divisions());
  }

  static Supply priced(Supply supply, String priceYuanPerT, @Nullable Integer radiusKm) {
    return new Supply(
        supply.lotId(),
        supply.organisationId(),
        supply.open(),
        supply.materialKey(),
        supply.firm(),
        supply.availableKg(),
        new BigDecimal(priceYuanPerT),
        radiusKm,
        supply.availableFrom(),
        supply.availableTo(),
        supply.qualities(),
        supply.months(),
        supply.leastKg(),
        supply.destinations());
  }

  static Need limited(Need need, String limitYuanPerT, PriceBasis basis) {
    return new Need(
        need.demandId(),
        need.organisationId(),
        need.open(),
        need.materialKeys(),
        need.use(),
        need.openKg(),
        new BigDecimal(limitYuanPerT),
        basis,
        need.neededFrom(),
        need.neededTo(),
        need.ranges(),
        need.months(),
        need.divisions());
  }

  static Supply monthly(Supply supply, long availableKg, List<MonthQuantity> months) {
    return new Supply(
        supply.lotId(),
        supply.organisationId(),
        supply.open(),
        supply.materialKey(),
        supply.firm(),
        availableKg,
        supply.priceYuanPerT(),
        supply.radiusKm(),
        supply.availableFrom(),
        supply.availableTo(),
        supply.qualities(),
        months,
        supply.leastKg(),
        supply.destinations());
  }

  static Need monthly(Need need, String from, String to, long openKg, List<MonthQuantity> months) {
    return new Need(
        need.demandId(),
        need.organisationId(),
        need.open(),
        need.materialKeys(),
        need.use(),
        openKg,
        need.maxDeliveredYuanPerT(),
        need.limitBasis(),
        LocalDate.parse(from),
        LocalDate.parse(to),
        need.ranges(),
        months,
        need.divisions());
  }

  /// Months as `2026-03 40, 2026-04 60`; nothing for what does not recur.
  static List<MonthQuantity> months(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(", *", -1))
            .map(each -> each.split(" ", -1))
            .map(parts -> new MonthQuantity(parts[0], Long.valueOf(parts[1])))
            .toList();
  }
}
