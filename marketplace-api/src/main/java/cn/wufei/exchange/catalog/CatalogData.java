package cn.wufei.exchange.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// All reference data at one moment, checked against each other. Never changes.
record CatalogData(
    long revision,
    SequencedMap<String, DatasetState> datasets,
    SequencedMap<String, WasteClass> wasteClasses,
    SequencedMap<String, WasteCode> wasteCodes,
    SequencedMap<String, Parameter> parameters,
    SequencedMap<String, TaxRate> taxRates,
    SequencedMap<String, Use> uses,
    SequencedMap<String, Material> materials,
    SequencedMap<String, Material> retiredMaterials,
    Map<String, String> vatEligibility,
    List<MaterialUse> materialUses,
    SequencedMap<String, HazardCode> hazardCodes,
    List<HazardName> hazardNames,
    List<IdentificationThreshold> thresholds,
    List<FreightRate> freightRates,
    SequencedMap<String, SeasonProfile> seasonProfiles,
    SequencedMap<String, ProductGrade> productGrades,
    SequencedMap<String, Region> regions,
    MaterialNames names) {

  /// What of a dataset is loaded.
  record DatasetState(
      String name, String edition, String source, int rows, String sha256, Instant loadedAt) {}

  /// The rows of all datasets: those in force, and materials that were retired.
  record Rows(Map<Dataset, List<Row>> current, List<Row> retiredMaterials) {

    Rows {
      current = Map.copyOf(current);
      retiredMaterials = List.copyOf(retiredMaterials);
    }

    List<Row> of(Dataset dataset) {
      return current.getOrDefault(dataset, List.of());
    }
  }

  static CatalogData of(long revision, Collection<DatasetState> states, Rows rows) {
    var read = new RowReading(rows);
    SequencedMap<String, Material> materials = read.materials();
    return new CatalogData(
        revision,
        byKey(states, DatasetState::name),
        read.wasteClasses(),
        read.wasteCodes(),
        read.parameters(),
        read.taxRates(),
        read.uses(),
        materials,
        read.retiredMaterials(),
        read.vatEligibility(),
        read.materialUses(),
        read.hazardCodes(),
        read.hazardNames(),
        read.thresholds(),
        read.freightRates(),
        read.seasonProfiles(),
        read.productGrades(),
        read.regions(),
        MaterialNames.of(materials.values()));
  }

  static <T> SequencedMap<String, T> byKey(
      Collection<T> values, Function<? super T, String> keyOf) {
    SequencedMap<String, T> map = new LinkedHashMap<>();
    values.forEach(value -> map.put(keyOf.apply(value), value));
    return java.util.Collections.unmodifiableSequencedMap(map);
  }
}
