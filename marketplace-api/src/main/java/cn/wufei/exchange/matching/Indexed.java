package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.catalog.Region;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.exchange.search.SearchFields;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.MatchPart;
import cn.wufei.indexer.document.MonthPart;
import cn.wufei.indexer.document.ParameterRange;
import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A candidate as the index knows it: enough to score it, not enough to show it. Its figures are
/// read from columns and not from the document, which would have to be unpacked.
sealed interface Indexed {

  Id id();

  Place place();

  record OfLot(Supply supply, Id streamId, Place place) implements Indexed {

    @Override
    public Id id() {
      return supply.lotId();
    }
  }

  record OfDemand(Need need, Place place) implements Indexed {

    @Override
    public Id id() {
      return need.demandId();
    }
  }

  /// What to ask for, so that a hit can be read. Elasticsearch gives a hundred columns at most,
  /// which is room for the two ends of forty parameters: those that the demand requires. Of the
  /// others a lot only counts that it states them.
  static List<String> lotFields(Need need) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "id",
                "organisation.id",
                SearchFields.LOCATION,
                SearchFields.SITE_MODES,
                SearchFields.RADIUS_KM,
                "streamId",
                "materialKey",
                "quantityKind",
                "availableKg",
                "priceYuanPerT",
                "availableFrom",
                "availableTo",
                "matching.months",
                CandidateClauses.LEAST_KG,
                CandidateClauses.PARAMETERS));
    MatchPart.ofDemand(List.of(), need.ranges(), need.openKg(), List.of())
        .parameters()
        .forEach(key -> fields.add("matching.bounds." + key + ".*"));
    return fields;
  }

  /// Of a demand that requires nothing but what the lot states.
  static List<String> demandFields(Supply supply) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "id",
                "organisation.id",
                SearchFields.LOCATION,
                SearchFields.SITE_MODES,
                SearchFields.LIMIT_BASIS,
                "materialKeys",
                "use",
                "openKg",
                "maxDeliveredYuanPerT",
                "neededFrom",
                "neededTo",
                SearchFields.ADCODE,
                "matching.months"));
    MatchPart.ofLot(List.of(), supply.qualities(), supply.availableKg(), 1, List.of())
        .parameters()
        .forEach(key -> fields.add("matching.bounds." + key + ".*"));
    return fields;
  }

  /// Where a lot goes is not read: its clauses hold exactly.
  static OfLot lot(JsonNode hit) {
    JsonNode fields = Json.at(hit, "fields");
    return new OfLot(
        new Supply(
            Id.parse(text(fields, "id")),
            Id.parse(text(fields, "organisation.id")),
            true,
            text(fields, "materialKey"),
            text(fields, "quantityKind").equals("firm"),
            first(fields, "availableKg").getLongValue(),
            yuan(fields, "priceYuanPerT"),
            radiusKm(fields),
            LocalDate.parse(text(fields, "availableFrom")),
            LocalDate.parse(text(fields, "availableTo")),
            stated(fields),
            months(fields),
            leastKg(fields),
            List.of()),
        Id.parse(text(fields, "streamId")),
        place(fields));
  }

  static OfDemand demand(JsonNode hit) {
    JsonNode fields = Json.at(hit, "fields");
    Set<String> materials = new HashSet<>();
    Json.at(fields, "materialKeys").values().forEach(key -> materials.add(key.getStringValue()));
    return new OfDemand(
        new Need(
            Id.parse(text(fields, "id")),
            Id.parse(text(fields, "organisation.id")),
            true,
            materials,
            text(fields, "use"),
            first(fields, "openKg").getLongValue(),
            yuan(fields, "maxDeliveredYuanPerT"),
            PriceBasis.ofCode(text(fields, SearchFields.LIMIT_BASIS)),
            LocalDate.parse(text(fields, "neededFrom")),
            LocalDate.parse(text(fields, "neededTo")),
            ranges(fields),
            months(fields),
            Region.around(text(fields, SearchFields.ADCODE))),
        place(fields));
  }

  /// Those that were asked for with their ends, the others as open ranges.
  private static List<ParameterRange> stated(JsonNode fields) {
    List<ParameterRange> stated = ranges(fields);
    Set<String> read =
        stated.stream()
            .map(range -> MatchPart.key(range.parameter(), range.basis()))
            .collect(Collectors.toSet());
    JsonNode parameters = Json.find(fields, CandidateClauses.PARAMETERS);
    if (parameters != null) {
      for (JsonNode key : parameters.values()) {
        if (!read.contains(key.getStringValue())) {
          stated.add(MatchPart.range(key.getStringValue(), new MatchPart.Bounds(null, null)));
        }
      }
    }
    return stated;
  }

  private static List<ParameterRange> ranges(JsonNode fields) {
    Map<String, BigDecimal[]> ends = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : fields.entries()) {
      if (field.getKey().startsWith("matching.bounds.")) {
        String path = field.getKey().substring("matching.bounds.".length());
        int dot = path.lastIndexOf('.');
        int end = path.endsWith(".min") ? 0 : 1;
        BigDecimal value = field.getValue().values().iterator().next().getBigDecimalValue();
        ends.computeIfAbsent(path.substring(0, dot), _ -> new BigDecimal[2])[end] = value;
      }
    }
    List<ParameterRange> ranges = new ArrayList<>();
    ends.forEach(
        (key, both) -> ranges.add(MatchPart.range(key, new MatchPart.Bounds(both[0], both[1]))));
    return ranges;
  }

  private static long leastKg(JsonNode fields) {
    return Json.find(fields, CandidateClauses.LEAST_KG) == null
        ? 0
        : first(fields, CandidateClauses.LEAST_KG).getLongValue();
  }

  /// In the order of time, as the columns hold their values sorted.
  private static List<MonthQuantity> months(JsonNode fields) {
    JsonNode months = Json.find(fields, "matching.months");
    List<MonthQuantity> read = new ArrayList<>();
    if (months != null) {
      for (JsonNode entry : months.values()) {
        MonthPart month = MatchPart.month(entry.getStringValue());
        read.add(new MonthQuantity(month.month(), month.quantityKg()));
      }
    }
    return read;
  }

  private static Place place(JsonNode fields) {
    String[] parts = text(fields, SearchFields.LOCATION).split(", *", -1);
    Set<FreightMode> modes = EnumSet.noneOf(FreightMode.class);
    Json.at(fields, SearchFields.SITE_MODES)
        .values()
        .forEach(code -> modes.add(FreightMode.ofCode(code.getStringValue())));
    return new Place(
        new GeoPoint(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])), modes);
  }

  private static @Nullable Integer radiusKm(JsonNode fields) {
    return Json.find(fields, SearchFields.RADIUS_KM) == null
        ? null
        : first(fields, SearchFields.RADIUS_KM).getIntValue();
  }

  private static BigDecimal yuan(JsonNode fields, String name) {
    return first(fields, name).getBigDecimalValue().setScale(2, RoundingMode.HALF_UP);
  }

  private static String text(JsonNode fields, String name) {
    return first(fields, name).getStringValue();
  }

  private static JsonNode first(JsonNode fields, String name) {
    return Json.first(fields, name);
  }
}
