package cn.wufei.bench.judge;

import static cn.wufei.seeds.region.CsvRows.field;

import cn.wufei.seeds.region.CsvRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of the catalog a judgement rests on.
///
/// @param usualParameters the parameters that a material usually states
/// @param forbidden `material use`, where the entry is at least partly verified
public record ReferenceData(
    Map<String, Set<String>> usualParameters, Set<String> forbidden, List<Rate> rates) {

  private static final Set<String> CHECKED = Set.of("verified", "partly");

  public ReferenceData {
    usualParameters = Map.copyOf(usualParameters);
    forbidden = Set.copyOf(forbidden);
    rates = List.copyOf(rates);
  }

  /// @param folder the catalog's files
  public static ReferenceData read(Path folder) {
    Map<String, Set<String>> usual = new HashMap<>();
    for (Map<String, String> row : rows(folder, "materials.csv")) {
      String parameters = field(row, "parameters");
      usual.put(
          field(row, "key"), parameters.isEmpty() ? Set.of() : Set.of(parameters.split("\\|", -1)));
    }
    Set<String> forbidden = new HashSet<>();
    for (Map<String, String> row : rows(folder, "material-uses.csv")) {
      if (field(row, "verdict").equals("forbidden") && CHECKED.contains(field(row, "verified"))) {
        forbidden.add(field(row, "material") + " " + field(row, "use"));
      }
    }
    List<Rate> rates = new ArrayList<>();
    for (Map<String, String> row : rows(folder, "freight-rates.csv")) {
      rates.add(
          new Rate(
              field(row, "mode"),
              number(row.getOrDefault("from_t", "0"), 0),
              number(field(row, "from_km"), 0),
              number(field(row, "to_km"), Double.POSITIVE_INFINITY),
              number(field(row, "yuan_per_t_km"), 0),
              number(field(row, "floor_yuan_per_t"), 0),
              number(field(row, "handling_yuan_per_t"), 0)));
    }
    return new ReferenceData(usual, forbidden, rates);
  }

  private static double number(String text, double absent) {
    return text.isEmpty() ? absent : Double.parseDouble(text);
  }

  private static List<Map<String, String>> rows(Path folder, String name) {
    try {
      return CsvRows.of(Files.readString(folder.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One band of a mode: the kilometres from `fromKm` to `toKm`, for at least `fromT` tonnes.
  public record Rate(
      String mode,
      double fromT,
      double fromKm,
      double toKm,
      double yuanPerTKm,
      double floorYuanPerT,
      double handlingYuanPerT) {}
}
