package cn.wufei.seeds;

import cn.wufei.seeds.Event.Dispatch;
import cn.wufei.seeds.Event.Receipt;
import cn.wufei.seeds.Event.Refusal;
import cn.wufei.seeds.Market.Deal;
import cn.wufei.seeds.Market.Incident;
import cn.wufei.seeds.Market.Stream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The trucks of the demo: six-axle bulk trucks of at most 49 t with 30 to 33 t aboard, weighed in
/// steps of 20 kg at both ends. The two scales differ by a few tens of kilograms; a load that lost
/// weight by far more than any tolerance is an incident of the data file.
final class Haulage {

  static final long GROSS_MAX_KG = 49_000;
  static final long SCALE_STEP_KG = 20;
  static final long NOISE_MAX_KG = 120;

  private static final long NET_MIN_KG = 30_000;
  private static final int NET_STEPS = 126;
  private static final long TARE_MIN_KG = 15_200;
  private static final int TARE_STEPS = 50;
  private static final double LOST_SHARE = 0.021;
  private static final double MOISTURE_SIGMA = 0.7;
  private static final int FLEET = 14;

  /// Loads begun later than this are left out, so that all but the named ones have arrived.
  private static final Duration QUIET = Duration.ofHours(8);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

  private final Market market;
  private final DemoCalendar calendar;
  private final Chance chance;

  Haulage(Market market, DemoCalendar calendar, Chance chance) {
    this.market = market;
    this.calendar = calendar;
    this.chance = chance;
  }

  /// Every dispatch with its receipt or refusal; those still on the road have neither.
  List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (Deal deal : market.deals()) {
      if (deal.ending().agreed()) {
        for (int month = deal.fromMonth(); month <= deal.loadsThrough(); month++) {
          addMonth(deal, month, events);
        }
        addUnderway(deal, events);
      }
    }
    return events;
  }

  private void addMonth(Deal deal, int month, List<Event> events) {
    Stream stream = market.streamOf(deal);
    if (month == 0 && stream.runDownToT() != null) {
      return;
    }
    RandomGenerator random = chance.of("loads/" + deal.key() + month);
    for (int n = 1; n <= deal.loadsPerMonth(); n++) {
      Instant at = timeOf(month, n, deal.loadsPerMonth(), random);
      String key = String.format(Locale.ROOT, "%s-m%d-%02d", deal.key(), -month, n);
      Dispatch load = dispatch(deal, key, at, random);
      int minutes = 60 + random.nextInt(150);
      Instant arrival = at.plus(Duration.ofMinutes(minutes));
      Event end = arrival(deal, stream, load, arrival, incidentOf(deal, month, n), random);
      if (at.isBefore(calendar.now().minus(QUIET))) {
        events.add(load);
        events.add(end);
      }
    }
  }

  private void addUnderway(Deal deal, List<Event> events) {
    for (int hours : deal.underway()) {
      RandomGenerator random = chance.of("underway/" + deal.key() + hours);
      Instant at = calendar.now().minus(Duration.ofHours(hours));
      events.add(dispatch(deal, deal.key() + "-underway-" + hours, at, random));
    }
  }

  /// Spread over the month; never on its last day, when the month is closed.
  private Instant timeOf(int month, int n, int loads, RandomGenerator random) {
    YearMonth yearMonth = calendar.month(month);
    double place = (n - 1 + 0.85 * random.nextDouble()) / loads;
    int day = 1 + (int) (place * (yearMonth.lengthOfMonth() - 1));
    LocalTime time = LocalTime.of(7 + random.nextInt(10), random.nextInt(60));
    return DemoCalendar.at(yearMonth.atDay(day), time);
  }

  private Dispatch dispatch(Deal deal, String key, Instant at, RandomGenerator random) {
    long tareKg = TARE_MIN_KG + SCALE_STEP_KG * random.nextLong(TARE_STEPS);
    long netKg = NET_MIN_KG + SCALE_STEP_KG * random.nextLong(NET_STEPS);
    LocalDate day = DemoCalendar.dayOf(at);
    String number = DAY.format(day) + "-" + key;
    return new Dispatch(
        key,
        at,
        deal.key(),
        String.format(Locale.ROOT, "鲁SD%04d", 100 + 7 * random.nextInt(FLEET)),
        "顺路物流（演示）",
        "DEMO-" + number,
        "S-" + number,
        Math.min(GROSS_MAX_KG, tareKg + netKg),
        tareKg);
  }

  private Event arrival(
      Deal deal,
      Stream stream,
      Dispatch load,
      Instant at,
      @Nullable Incident incident,
      RandomGenerator random) {
    long noiseKg = clamped(Math.round((-20 + 40 * random.nextGaussian()) / SCALE_STEP_KG));
    BigDecimal moisturePct = moistureOf(stream, random);
    if (incident != null && incident.kind() == Incident.Kind.REFUSED) {
      return new Refusal(load.key() + "-refusal", at, load, incident.note());
    }
    boolean lost = incident != null && incident.kind() == Incident.Kind.LOST_WEIGHT;
    long differenceKg = lost ? -stepped(load.netKg() * LOST_SHARE) : noiseKg;
    long tareKg = load.tareKg() + SCALE_STEP_KG * random.nextLong(-2, 3);
    long netKg = load.netKg() + differenceKg;
    Long rejectedKg = incident == null ? null : incident.rejectedKg();
    return new Receipt(
        load.key() + "-receipt",
        at,
        load,
        "R" + load.ticket().substring(1),
        tareKg + netKg,
        tareKg,
        rejectedKg == null ? 0 : rejectedKg,
        moisturePct,
        deductionKg(deal, moisturePct, netKg),
        incident == null ? null : incident.note());
  }

  private static long clamped(long steps) {
    long most = NOISE_MAX_KG / SCALE_STEP_KG;
    return SCALE_STEP_KG * Math.clamp(steps, -most, most);
  }

  private static long stepped(double kg) {
    return SCALE_STEP_KG * Math.round(kg / SCALE_STEP_KG);
  }

  private static @Nullable BigDecimal moistureOf(Stream stream, RandomGenerator random) {
    double noise = MOISTURE_SIGMA * random.nextGaussian();
    BigDecimal usual = stream.moisturePct();
    if (usual == null) {
      return null;
    }
    BigDecimal share = BigDecimal.valueOf(1 + noise / 10);
    return usual.multiply(share).max(BigDecimal.ZERO).setScale(1, RoundingMode.HALF_UP);
  }

  private static long deductionKg(Deal deal, @Nullable BigDecimal moisturePct, long netKg) {
    BigDecimal base = deal.moistureBasePct();
    if (base == null || moisturePct == null || moisturePct.compareTo(base) <= 0) {
      return 0;
    }
    return moisturePct
        .subtract(base)
        .multiply(BigDecimal.valueOf(netKg))
        .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static @Nullable Incident incidentOf(Deal deal, int month, int n) {
    return deal.incidents().stream()
        .filter(incident -> incident.monthsBack() == -month && incident.load() == n)
        .findFirst()
        .orElse(null);
  }
}
