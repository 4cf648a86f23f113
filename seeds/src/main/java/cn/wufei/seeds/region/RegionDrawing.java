package cn.wufei.seeds.region;

import cn.wufei.seeds.Uscc;
import cn.wufei.seeds.region.Distributions.District;
import cn.wufei.seeds.region.Distributions.Good;
import cn.wufei.seeds.region.Distributions.Parameter;
import cn.wufei.seeds.region.Distributions.Quality;
import cn.wufei.seeds.region.Region.Demand;
import cn.wufei.seeds.region.Region.Firm;
import cn.wufei.seeds.region.Region.Lot;
import cn.wufei.seeds.region.Region.Range;
import cn.wufei.seeds.region.Region.Site;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Draws a region. A material's share of the lots and of the demands falls with its rank by Zipf's
/// law (exponent 1); quantities and lengths of windows are log-normal, prices and qualities normal;
/// some lots leave a parameter out or state it on another basis, and some demands ask for more than
/// most lots have. Some of both recur, with months of standstill.
public final class RegionDrawing {

  private static final int LISTINGS_PER_FIRM = 40;
  private static final int FIRMS_MIN = 8;
  private static final int SITES_MAX = 3;
  private static final int MATERIALS_OF_A_SITE = 4;
  private static final double SITE_SPREAD_DEGREES = 0.045;
  private static final double BOTH_KINDS = 0.1;
  private static final double SUSPENDED = 0.02;
  private static final double WITHDRAWN = 0.02;
  private static final double STATED = 0.82;
  private static final double REQUIRED = 0.42;
  private static final double OTHER_BASIS = 0.03;
  private static final double STRICT = 0.15;
  private static final double SECOND_MATERIAL = 0.25;
  private static final double STANDSTILL = 0.2;
  private static final int RHYTHM_MONTHS = 12;

  /// What a haul of some eighty kilometres costs, yuan per tonne.
  private static final double FREIGHT_ABOUT = 35;

  private final long seed;
  private final Distributions from;
  private final Variety variety;
  private final double[] goodSums;
  private final double[] districtSums;
  private final List<Firm> firms = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();

  private RegionDrawing(long seed, Distributions from, Variety variety) {
    this.seed = seed;
    this.from = from;
    this.variety = variety;
    this.goodSums = new double[from.goods().size()];
    double sum = 0;
    for (int i = 0; i < goodSums.length; i++) {
      sum += 1.0 / (i + 1);
      goodSums[i] = sum;
    }
    this.districtSums = new double[from.districts().size()];
    sum = 0;
    for (int i = 0; i < districtSums.length; i++) {
      sum += from.districts().get(i).weight();
      districtSums[i] = sum;
    }
  }

  /// @param reference the folder of the catalog's files
  public static Region draw(long seed, int lots, int demands, Path reference) {
    RegionDrawing drawing =
        settled(seed, firmsFor(lots), firmsFor(demands), Variety.ALL, reference);
    return new Region(
        seed,
        drawing.firms,
        drawing.sites,
        drawing.lots().limit(lots).toList(),
        drawing.demands().limit(demands).toList());
  }

  /// Only firms and sites, for lots and demands without end.
  public static RegionDrawing settled(
      long seed, int sellers, int buyers, Variety variety, Path reference) {
    var drawing = new RegionDrawing(seed, Distributions.read(reference), variety);
    drawing.settle(sellers, buyers);
    return drawing;
  }

  private static int firmsFor(int listings) {
    return Math.max(FIRMS_MIN, listings / LISTINGS_PER_FIRM);
  }

  public List<Firm> firms() {
    return List.copyOf(firms);
  }

  public List<Site> sites() {
    return List.copyOf(sites);
  }

  private void settle(int sellers, int buyers) {
    Draw draw = new Draw(seed, "firms");
    for (int number = 0; number < sellers + buyers; number++) {
      District district = from.districts().get(draw.weighted(districtSums));
      String kind = number < sellers ? "producer" : "receiver";
      if (number > 0 && number < sellers && draw.chance(BOTH_KINDS)) {
        kind = "producer-receiver";
      }
      String word = number < sellers ? "钢铁" : "建材";
      String wordEn = number < sellers ? "Steel" : "Building Materials";
      firms.add(
          new Firm(
              number,
              Uscc.numbered(district.adcode(), number),
              district.name() + word + " " + number,
              district.nameEn() + " " + wordEn + " " + number,
              kind,
              district.adcode(),
              number > 1 && number != sellers && draw.chance(SUSPENDED)));
      int count = 1 + draw.below(SITES_MAX);
      for (int i = 0; i < count; i++) {
        addSite(
            number, i == 0 ? district : from.districts().get(draw.weighted(districtSums)), draw);
      }
    }
  }

  private void addSite(int firm, District district, Draw draw) {
    int number = sites.size();
    sites.add(
        new Site(
            number,
            firm,
            district.name() + "厂区 " + number,
            district.nameEn() + " Works " + number,
            district.adcode(),
            Draw.rounded(draw.normal(district.latitude(), SITE_SPREAD_DEGREES), 5),
            Draw.rounded(draw.normal(district.longitude(), SITE_SPREAD_DEGREES), 5),
            draw.chance(variety.rail()),
            draw.chance(variety.wharf())));
  }

  /// What is on offer, without end.
  public Stream<Lot> lots() {
    Draw draw = new Draw(seed, "lots");
    List<Site> selling = sites.stream().filter(site -> firms.get(site.firm()).sells()).toList();
    List<List<Good>> made =
        selling.stream()
            .map(_ ->
                Stream.generate(() -> from.goods().get(draw.weighted(goodSums)))
                    .limit(MATERIALS_OF_A_SITE)
                    .distinct()
                    .toList())
            .toList();
    return Stream.iterate(0, number -> number + 1)
        .map(number -> {
          int place = draw.below(selling.size());
          return lot(number, selling.get(place), draw.one(made.get(place)), draw);
        });
  }

  private Lot lot(int number, Site site, Good good, Draw draw) {
    boolean delivered = draw.chance(variety.deliveredPrice());
    double price = good.price() + (delivered ? FREIGHT_ABOUT : 0);
    int fromDay = draw.below(120) - 40;
    int toDay = Math.max(1, fromDay) + draw.days(75, 0.8);
    List<Range> qualities = new ArrayList<>();
    for (Quality quality : good.qualities()) {
      if (draw.chance(STATED)) {
        qualities.add(stated(quality, draw));
      }
    }
    return new Lot(
        number,
        site.number(),
        good.key(),
        good.classCode(),
        title(good, "供应", number),
        draw.chance(0.4) ? "firm" : "estimate",
        draw.kilograms(2_000, 1.1),
        Draw.rounded(draw.normal(price, good.spread()), draw.chance(0.7) ? 0 : 2).setScale(2),
        delivered ? (2 + draw.below(19)) * 20 : null,
        fromDay,
        toDay,
        qualities,
        draw.chance(WITHDRAWN),
        rhythm("lot", number));
  }

  private Range stated(Quality quality, Draw draw) {
    Parameter parameter = parameter(quality);
    double middle = draw.normal(quality.mean(), quality.deviation());
    double half = draw.chance(0.05) ? 0 : quality.deviation() * draw.between(0.1, 0.6);
    return new Range(
        quality.parameter(),
        value(middle - half, parameter),
        value(middle + half, parameter),
        basis(parameter, draw));
  }

  /// What is sought, without end.
  public Stream<Demand> demands() {
    Draw draw = new Draw(seed, "demands");
    List<Site> buying = sites.stream().filter(site -> firms.get(site.firm()).buys()).toList();
    return Stream.iterate(0, number -> number + 1)
        .map(number -> demand(number, draw.one(buying), draw));
  }

  private Demand demand(int number, Site site, Draw draw) {
    Good good = from.goods().get(draw.weighted(goodSums));
    String use = draw.one(good.uses());
    List<String> materials = new ArrayList<>(List.of(good.key()));
    if (draw.chance(SECOND_MATERIAL)) {
      List<Good> others =
          from.goods().stream()
              .filter(other -> other.uses().contains(use) && !other.equals(good))
              .toList();
      if (!others.isEmpty()) {
        materials.add(draw.one(others).key());
      }
    }
    int fromDay = draw.below(100) - 30;
    int toDay = Math.max(1, fromDay) + draw.days(90, 0.8);
    boolean strict = draw.chance(STRICT);
    boolean exWorks = draw.chance(variety.exWorksLimit());
    double limit = good.price() + 10 + (exWorks ? 0 : FREIGHT_ABOUT);
    List<Range> ranges = new ArrayList<>();
    for (Quality quality : good.qualities()) {
      if (draw.chance(REQUIRED)) {
        ranges.add(required(quality, strict, draw));
      }
    }
    return new Demand(
        number,
        site.number(),
        materials,
        use,
        title(good, "求购", number),
        draw.kilograms(2_500, 1.1),
        Draw.rounded(draw.normal(limit, good.spread() + 14), draw.chance(0.7) ? 0 : 2).setScale(2),
        exWorks,
        fromDay,
        toDay,
        ranges,
        draw.chance(WITHDRAWN),
        rhythm("demand", number));
  }

  /// Drawn apart, so that the rest of a region is what it was before anything recurred.
  private List<Integer> rhythm(String of, int number) {
    Draw draw = new Draw(seed, of + " rhythm " + number);
    return draw.chance(variety.recurring())
        ? Stream.generate(() -> draw.chance(STANDSTILL) ? 0 : 1 + draw.below(10))
            .limit(RHYTHM_MONTHS)
            .toList()
        : List.of();
  }

  private Range required(Quality quality, boolean strict, Draw draw) {
    Parameter parameter = parameter(quality);
    double room = quality.deviation() * draw.normal(strict ? 0.2 : 1.6, 0.6);
    BigDecimal low = value(quality.mean() - room, parameter);
    BigDecimal high = value(quality.mean() + room, parameter);
    String basis = basis(parameter, draw);
    return switch (parameter.direction()) {
      case "up" -> new Range(quality.parameter(), low, null, basis);
      case "down" -> new Range(quality.parameter(), null, high, basis);
      default -> new Range(quality.parameter(), low.min(high), low.max(high), basis);
    };
  }

  private static String basis(Parameter parameter, Draw draw) {
    if (!draw.chance(OTHER_BASIS)) {
      return parameter.basis();
    }
    return parameter.basis().equals("dry") ? "wet" : "dry";
  }

  private static BigDecimal value(double value, Parameter parameter) {
    return Draw.rounded(value, Math.min(parameter.decimals(), 3))
        .max(parameter.minimum())
        .min(parameter.maximum());
  }

  private Parameter parameter(Quality quality) {
    Parameter parameter = from.parameters().get(quality.parameter());
    if (parameter == null) {
      throw new IllegalArgumentException("the catalog has no parameter " + quality.parameter());
    }
    return parameter;
  }

  private static String title(Good good, String what, int number) {
    return String.format(Locale.ROOT, "%s %s %d", good.name(), what, number);
  }
}
