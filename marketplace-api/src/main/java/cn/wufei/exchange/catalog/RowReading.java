package cn.wufei.exchange.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads lines into values, and sees to it that whatever a line refers to is there.
final class RowReading {

  private static final Pattern CLASS = Pattern.compile("SW(?!00|08)\\d{2}");
  private static final Pattern HAZARD_CLASS = Pattern.compile("HW\\d{2}");
  private static final Pattern HAZARD_LETTERS = Pattern.compile("(T|C|I|R|In)(/(T|C|I|R|In))*");
  private static final Pattern ADCODE = Pattern.compile("\\d{6}");
  private static final int DECIMALS_MAX = 6;
  private static final String ROAD = FreightMode.ROAD.code();

  private final CatalogData.Rows rows;
  private final SequencedMap<String, WasteClass> wasteClasses;
  private final SequencedMap<String, Parameter> parameters;
  private final SequencedMap<String, TaxRate> taxRates;
  private final SequencedMap<String, Use> uses;
  private final SequencedMap<String, Material> materials;

  RowReading(CatalogData.Rows rows) {
    this.rows = rows;
    this.wasteClasses = map(Dataset.WASTE_CLASSES, RowReading::wasteClass);
    this.parameters = map(Dataset.PARAMETERS, RowReading::parameter);
    this.taxRates = map(Dataset.TAX_RATES, RowReading::taxRate);
    this.uses =
        map(
            Dataset.USES,
            row ->
                new Use(
                    row.keyText("key"),
                    row.text("name_zh"),
                    row.text("name_en"),
                    row.source(),
                    row.verified()));
    this.materials = map(Dataset.MATERIALS, this::checkedMaterial);
  }

  SequencedMap<String, WasteClass> wasteClasses() {
    return wasteClasses;
  }

  SequencedMap<String, Parameter> parameters() {
    return parameters;
  }

  SequencedMap<String, TaxRate> taxRates() {
    return taxRates;
  }

  SequencedMap<String, Use> uses() {
    return uses;
  }

  SequencedMap<String, Material> materials() {
    return materials;
  }

  SequencedMap<String, WasteCode> wasteCodes() {
    return map(
        Dataset.WASTE_CODES,
        row -> {
          String code = row.matching("code", WasteCodes::isGeneral, "a code such as 900-001-S17");
          String classCode = known(row, "class", wasteClasses);
          if (!classCode.equals(WasteCodes.classOf(code))) {
            throw row.fault("class", "must be the class that the code ends with");
          }
          return new WasteCode(
              code,
              classCode,
              row.text("name_zh"),
              row.optional("name_en"),
              row.text("scheme"),
              row.text("edition"),
              row.source(),
              row.verified());
        });
  }

  /// Materials that are no longer in the file. They were checked when they came in; one that the
  /// present rules cannot read is left out.
  SequencedMap<String, Material> retiredMaterials() {
    SequencedMap<String, Material> retired = new LinkedHashMap<>();
    for (Row row : rows.retiredMaterials()) {
      try {
        retired.put(row.key(), material(row));
      } catch (ReferenceFault _) {
        // Left out.
      }
    }
    return Collections.unmodifiableSequencedMap(retired);
  }

  Map<String, String> vatEligibility() {
    return map(
        Dataset.MATERIALS, row -> row.oneOf("vat_eligible", "unknown", "eligible", "excluded"));
  }

  List<MaterialUse> materialUses() {
    return List.copyOf(
        map(
                Dataset.MATERIAL_USES,
                row ->
                    new MaterialUse(
                        known(row, "material", materials),
                        known(row, "use", uses),
                        row.oneOf("verdict", "allowed", "review", "forbidden"),
                        row.optional("condition_zh"),
                        row.optional("condition_en"),
                        row.source(),
                        row.verified()))
            .values());
  }

  SequencedMap<String, HazardCode> hazardCodes() {
    return map(
        Dataset.HAZARDOUS_CODES,
        row ->
            new HazardCode(
                row.matching("code", WasteCodes::isEightDigit, "a code such as 900-214-08"),
                row.matching(
                    "class",
                    text ->
                        HAZARD_CLASS.matcher(text).matches()
                            && row.text("code").endsWith("-" + text.substring(2)),
                    "the class that the code ends with, such as HW08"),
                row.text("name_zh"),
                row.optional("name_en"),
                row.optional("letters") == null
                    ? null
                    : row.matching(
                        "letters", HAZARD_LETTERS.asMatchPredicate(), "hazards such as T/In"),
                row.source(),
                row.verified()));
  }

  List<HazardName> hazardNames() {
    return List.copyOf(
        map(
                Dataset.HAZARDOUS_NAMES,
                row -> {
                  List<String> patterns = row.list("patterns");
                  if (patterns.isEmpty()) {
                    throw row.fault("patterns", "is empty");
                  }
                  return new HazardName(
                      row.text("term"),
                      patterns,
                      row.list("except"),
                      row.text("name_zh"),
                      row.text("name_en"),
                      row.oneOf("verdict", "refused", "held"),
                      row.text("rule_zh"),
                      row.text("rule_en"),
                      row.source(),
                      row.verified());
                })
            .values());
  }

  List<IdentificationThreshold> thresholds() {
    return List.copyOf(
        map(
                Dataset.IDENTIFICATION_THRESHOLDS,
                row ->
                    new IdentificationThreshold(
                        known(row, "parameter", parameters),
                        row.oneOf("comparison", "at-least", "at-most"),
                        row.decimal("value"),
                        row.text("rule_zh"),
                        row.text("rule_en"),
                        row.source(),
                        row.verified()))
            .values());
  }

  List<FreightRate> freightRates() {
    List<FreightRate> rates =
        List.copyOf(map(Dataset.FREIGHT_RATES, RowReading::freightRate).values());
    requireGapless(rates);
    return rates;
  }

  SequencedMap<String, SeasonProfile> seasonProfiles() {
    return map(Dataset.SEASON_PROFILES, SeasonProfile::of);
  }

  SequencedMap<String, ProductGrade> productGrades() {
    var limits = new ProductLimitReading(rows.of(Dataset.PRODUCT_LIMITS), parameters);
    SequencedMap<String, ProductGrade> grades =
        map(
            Dataset.PRODUCT_GRADES,
            row -> ProductGrade.of(row, limits.of(row.keyText("key")), materials));
    limits.requireKnown(grades);
    return grades;
  }

  SequencedMap<String, Region> regions() {
    SequencedMap<String, Region> regions =
        map(
            Dataset.REGIONS,
            row ->
                new Region(
                    row.matching("adcode", ADCODE.asMatchPredicate(), "six digits"),
                    row.text("name_zh"),
                    row.text("name_en"),
                    row.optional("parent")));
    for (Row row : rows.of(Dataset.REGIONS)) {
      row.verified();
      if (row.optional("parent") != null) {
        known(row, "parent", regions);
      }
    }
    return regions;
  }

  private <T> SequencedMap<String, T> map(
      Dataset dataset, Function<? super Row, ? extends T> read) {
    SequencedMap<String, T> values = new LinkedHashMap<>();
    rows.of(dataset).forEach(row -> values.put(row.key(), read.apply(row)));
    return Collections.unmodifiableSequencedMap(values);
  }

  static String known(Row row, String column, Map<String, ?> there) {
    return row.matching(column, there::containsKey, "something that its own file has");
  }

  private static WasteClass wasteClass(Row row) {
    return new WasteClass(
        row.matching("code", CLASS.asMatchPredicate(), "a class such as SW01, and not SW08"),
        row.text("name_zh"),
        row.text("name_en"),
        row.text("scheme"),
        row.text("edition"),
        row.source(),
        row.verified());
  }

  private static Parameter parameter(Row row) {
    BigDecimal minimum = row.optionalDecimal("minimum");
    BigDecimal maximum = row.optionalDecimal("maximum");
    if (minimum != null && maximum != null && minimum.compareTo(maximum) >= 0) {
      throw row.fault("maximum", "must be above the minimum");
    }
    BigDecimal decimals = row.atLeastZero("decimals");
    if (decimals.stripTrailingZeros().scale() > 0
        || decimals.compareTo(BigDecimal.valueOf(DECIMALS_MAX)) > 0) {
      throw row.fault("decimals", "must be a whole number up to " + DECIMALS_MAX);
    }
    return new Parameter(
        row.keyText("key"),
        row.text("symbol"),
        row.text("name_zh"),
        row.text("name_en"),
        row.text("unit"),
        row.oneOf("basis", "wet", "dry", "as-received", "none"),
        row.oneOf("direction", "up", "down", "range"),
        row.oneOf("mixing", "mass", "none"),
        minimum,
        maximum,
        decimals.intValueExact(),
        row.source(),
        row.verified());
  }

  private static TaxRate taxRate(Row row) {
    return new TaxRate(
        row.keyText("key"),
        row.text("name_zh"),
        row.text("name_en"),
        row.atLeastZero("yuan_per_t"),
        row.source(),
        row.verified());
  }

  private Material checkedMaterial(Row row) {
    known(row, "class", wasteClasses);
    if (row.optional("tax_rate") != null) {
      known(row, "tax_rate", taxRates);
    }
    for (String parameter : row.list("parameters")) {
      if (!parameters.containsKey(parameter)) {
        throw row.fault(
            "parameters", "names " + Row.quoted(parameter) + ", which parameters.csv lacks");
      }
    }
    return material(row);
  }

  private static Material material(Row row) {
    return new Material(
        row.keyText("key"),
        row.text("name_zh"),
        row.text("name_en"),
        row.text("class"),
        row.optional("process"),
        row.list("aliases_zh"),
        row.list("aliases_en"),
        row.optional("tax_rate"),
        row.oneOf("screening", "clear", "held", "refused"),
        row.list("parameters"),
        row.source(),
        row.verified());
  }

  private static FreightRate freightRate(Row row) {
    BigDecimal from = row.atLeastZero("from_km");
    BigDecimal to = row.optionalDecimal("to_km");
    if (to != null && to.compareTo(from) <= 0) {
      throw row.fault("to_km", "must be above from_km");
    }
    return new FreightRate(
        row.keyText("key"),
        row.oneOf("mode", "road", "rail", "water"),
        row.atLeastZero("from_t"),
        from,
        to,
        row.atLeastZero("yuan_per_t_km"),
        row.atLeastZero("floor_yuan_per_t"),
        row.atLeastZero("handling_yuan_per_t"),
        row.source(),
        row.verified());
  }

  /// The rates of a mode for one least quantity follow each other without a gap, the last without
  /// end, and all of a mode begin at one distance, so that a longer haul has a price where a
  /// shorter one has. Road must answer for every distance and quantity.
  private void requireGapless(List<FreightRate> rates) {
    Map<String, List<Integer>> chains = new LinkedHashMap<>();
    Map<String, BigDecimal> beginnings = new HashMap<>(Map.of(ROAD, BigDecimal.ZERO));
    for (int i = 0; i < rates.size(); i++) {
      String chain = rates.get(i).mode() + " " + rates.get(i).fromT().stripTrailingZeros();
      chains.computeIfAbsent(chain, _ -> new ArrayList<>()).add(i);
    }
    if (!chains.containsKey(ROAD + " " + BigDecimal.ZERO)) {
      throw new ReferenceFault(Dataset.FREIGHT_RATES.file(), "lacks a road rate for any tonnes");
    }
    for (List<Integer> chain : chains.values()) {
      String mode = rates.get(chain.getFirst()).mode();
      BigDecimal beginning = rates.get(chain.getFirst()).fromKm();
      if (beginnings.computeIfAbsent(mode, _ -> beginning).compareTo(beginning) != 0) {
        throw freightRow(chain.getFirst())
            .fault(
                "from_km",
                mode.equals(ROAD)
                    ? "must be 0 in the first road rate"
                    : "must be where the other " + mode + " rates begin");
      }
      requireGapless(rates, chain);
    }
  }

  private void requireGapless(List<FreightRate> rates, List<Integer> chain) {
    @Nullable BigDecimal next = rates.get(chain.getFirst()).fromKm();
    for (int i : chain) {
      FreightRate rate = rates.get(i);
      if (next == null || rate.fromKm().compareTo(next) != 0) {
        throw freightRow(i)
            .fault("from_km", "must be where the " + rate.mode() + " rate before it ends");
      }
      next = rate.toKm();
    }
    if (next != null) {
      int last = chain.getLast();
      throw freightRow(last)
          .fault("to_km", "must be empty in the last " + rates.get(last).mode() + " rate");
    }
  }

  private Row freightRow(int index) {
    return rows.of(Dataset.FREIGHT_RATES).get(index);
  }
}
