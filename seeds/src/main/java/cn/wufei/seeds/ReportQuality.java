package cn.wufei.seeds;

import cn.wufei.seeds.Market.Lot;
import cn.wufei.seeds.Market.Range;
import cn.wufei.seeds.Market.Sampling;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Records what laboratories found in the streams, month by month.
final class ReportQuality {

  private static final int SAMPLING_DAY = 8;
  private static final int DAYS_TO_REPORT = 5;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM", Locale.ROOT);

  /// Two samples of a heap differ by at most this share of what the lot states.
  private static final double SPREAD_MAX = 0.3;

  private static final int FIGURES = 3;
  private static final int PLACES_MAX = 4;

  private final Market market;
  private final Desk desk;
  private final DemoCalendar calendar;
  private final OpenMarket.Opened opened;
  private final Chance chance;
  private int reports;

  ReportQuality(DemoData data, Desk desk, DemoCalendar calendar, OpenMarket.Opened opened) {
    this.market = data.market();
    this.desk = desk;
    this.calendar = calendar;
    this.opened = opened;
    this.chance = new Chance(HalfYear.SEED);
  }

  void run() {
    for (Sampling sampling : market.samplings()) {
      for (int month = sampling.fromMonth();
          month <= sampling.toMonth();
          month += sampling.everyMonths()) {
        record(sampling, calendar.month(month), month);
      }
    }
    LoadDemo.say(reports + " quality reports");
  }

  private void record(Sampling sampling, YearMonth month, int offset) {
    LocalDate sampledOn = month.atDay(SAMPLING_DAY);
    LocalDate reportedOn = sampledOn.plusDays(DAYS_TO_REPORT);
    ObjectNode body =
        Api.body()
            .put("laboratory", sampling.laboratory())
            .put(
                "reportNumber",
                "ZJ-" + sampling.stream().toUpperCase(Locale.ROOT) + "-" + MONTH.format(month))
            .put("method", sampling.method())
            .put("sampledOn", sampledOn.toString())
            .put("reportedOn", reportedOn.toString())
            .put("validTo", reportedOn.plusDays(sampling.validDays()).toString())
            .put("shared", true);
    Lot lot =
        market.lots().stream()
            .filter(each -> each.stream().equals(sampling.stream()))
            .findFirst()
            .orElseThrow();
    ArrayNode values = body.putArray("values");
    for (Range stated : lot.qualities()) {
      String name = "quality-" + sampling.stream() + "-" + stated.parameter() + "-m" + offset;
      addFound(values.addObject(), stated, chance.of(name));
    }
    String key = "demo-quality-" + sampling.stream() + "-m" + offset;
    Api.Session trader = desk.trader(market.stream(sampling.stream()).owner());
    JsonNode made =
        trader.post(
            "/streams/" + opened.streamId(sampling.stream()) + "/quality-reports", key, body);
    trader.attach(
        "/quality-reports/" + made.path("id").asText() + "/files",
        key + "-file",
        made.path("reportNumber").asText() + ".pdf",
        ReportSheet.of(made));
    reports++;
  }

  private static void addFound(ObjectNode value, Range stated, RandomGenerator random) {
    if (stated.min() == null || stated.max() == null) {
      throw new IllegalArgumentException("a lot states both ends of " + stated.parameter());
    }
    BigDecimal width = stated.max().subtract(stated.min());
    double spread = SPREAD_MAX * random.nextDouble();
    double low = (1 - spread) * random.nextDouble();
    value
        .put("parameter", stated.parameter())
        .put("basis", stated.basis())
        .put("min", at(stated.min(), width, low))
        .put("max", at(stated.min(), width, low + spread));
  }

  private static BigDecimal at(BigDecimal from, BigDecimal width, double share) {
    BigDecimal found =
        from.add(width.multiply(BigDecimal.valueOf(share)))
            .round(new MathContext(FIGURES, RoundingMode.HALF_UP));
    return found.setScale(Math.min(PLACES_MAX, found.scale()), RoundingMode.HALF_UP);
  }
}
