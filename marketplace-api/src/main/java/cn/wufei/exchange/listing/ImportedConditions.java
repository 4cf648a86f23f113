package cn.wufei.exchange.listing;

import cn.wufei.exchange.bulk.ImportColumn;
import cn.wufei.exchange.bulk.Line;
import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a table says of a lot's conditions, each in one cell.
final class ImportedConditions {

  private static final String MINIMUM = "minimumT";
  private static final String DESTINATIONS = "destinations";
  private static final String MODES = "loadingModes";
  private static final String HOURS = "loadingHours";

  private static final Pattern MARK = Pattern.compile("[、，,；;]\\s*");

  private static final List<ImportColumn.Choice> KINDS =
      List.of(
          new ImportColumn.Choice(LoadingMode.BULK_TIPPER.code(), "自卸车散装", "bulk tipper"),
          new ImportColumn.Choice(LoadingMode.TANKER.code(), "罐车", "tanker"),
          new ImportColumn.Choice(LoadingMode.BIG_BAGS.code(), "吨袋", "big bags"),
          new ImportColumn.Choice(LoadingMode.RAIL_WAGON.code(), "火车", "rail wagon"),
          new ImportColumn.Choice(LoadingMode.BARGE.code(), "船运", "barge"));

  /// `1-5 08:00-16:00` or `1,3-5 08:00-16:00`.
  private static final Pattern WRITTEN_HOURS =
      Pattern.compile(
          "(?<days>[1-7](?:-[1-7])?(?:[、，,][1-7](?:-[1-7])?)*) +"
              + "(?<from>(?:[01]\\d|2[0-3]):[0-5]\\d) *[-~至] *"
              + "(?<to>(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)");

  private ImportedConditions() {}

  static List<ImportColumn> columns() {
    return List.of(
        ImportColumn.tonnes(MINIMUM, "起订量（吨）", "Minimum order (t)")
            .noted("不填：不限，已有挂牌不变", "Empty: any quantity, of a lot that is there as it is"),
        ImportColumn.text(DESTINATIONS, "允许流向", "Permitted destinations")
            .noted(
                "地区名称或行政区划代码，用顿号分隔；不填：不限，已有挂牌不变",
                "Regions by name or number, with commas between; empty: everywhere, of a lot that"
                    + " is there as it is"),
        ImportColumn.text(MODES, "装车方式", "Loading methods")
            .noted(
                "自卸车散装、罐车、吨袋、火车、船运，可多选",
                "Of bulk tipper, tanker, big bags, rail wagon, barge; several with commas"),
        ImportColumn.text(HOURS, "装车时间", "Loading hours")
            .noted("如 1-5 08:00-16:00（1 为周一）", "Such as 1-5 08:00-16:00, where 1 is Monday"));
  }

  static LotConditions of(Line line, Catalog catalog) {
    return LotConditions.of(
        line.optionalKilograms(MINIMUM),
        line.named(DESTINATIONS, text -> regions(text, catalog), Line.NamedThing.REGION),
        line.named(MODES, ImportedConditions::modes, Line.NamedThing.CHOICE),
        line.named(HOURS, ImportedConditions::hours, Line.NamedThing.LOADING_HOURS));
  }

  /// Nothing when one is unknown.
  private static @Nullable List<String> regions(String text, Catalog catalog) {
    List<String> regions = new ArrayList<>();
    for (String name : parts(text)) {
      Region region = catalog.regionCalled(name);
      if (region == null) {
        return null;
      }
      regions.add(region.adcode());
    }
    return regions;
  }

  private static @Nullable List<LoadingMode> modes(String text) {
    List<LoadingMode> modes = new ArrayList<>();
    for (String name : parts(text)) {
      LoadingMode mode = mode(name);
      if (mode == null) {
        return null;
      }
      modes.add(mode);
    }
    return modes;
  }

  private static @Nullable LoadingMode mode(String name) {
    return KINDS.stream()
        .filter(kind ->
            kind.code().equals(name)
                || kind.nameZh().equals(name)
                || kind.nameEn().equalsIgnoreCase(name))
        .map(kind -> LoadingMode.ofCode(kind.code()))
        .findFirst()
        .orElse(null);
  }

  /// Nothing where it is none; days that run backwards are none, as nobody knows whether they go
  /// over the end of the week.
  static @Nullable LoadingHours hours(String text) {
    Matcher written = WRITTEN_HOURS.matcher(text.replace('：', ':').strip());
    if (!written.matches()) {
      return null;
    }
    List<Weekday> days = new ArrayList<>();
    for (String range : parts(part(written, "days"))) {
      int first = range.charAt(0) - '0';
      int last = range.charAt(range.length() - 1) - '0';
      if (first > last) {
        return null;
      }
      IntStream.rangeClosed(first, last).mapToObj(Weekday::of).forEach(days::add);
    }
    return new LoadingHours(days, part(written, "from"), part(written, "to"));
  }

  private static String part(Matcher written, String name) {
    return Objects.requireNonNull(written.group(name));
  }

  private static List<String> parts(String text) {
    return MARK.splitAsStream(text.strip()).map(String::strip).toList();
  }
}
