package cn.wufei.seeds.region;

import static cn.wufei.seeds.region.CsvRows.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a region is drawn from: the goods of a steel district with what they hold and cost, the
/// districts where works stand, and the catalog's parameters.
record Distributions(
    List<Good> goods, List<District> districts, Map<String, Parameter> parameters) {

  /// Reads what lies beside this class, and the catalog's files in that folder.
  static Distributions read(Path reference) {
    Map<String, Parameter> parameters = new HashMap<>();
    for (Map<String, String> row : file(reference, "parameters.csv")) {
      parameters.put(
          field(row, "key"),
          new Parameter(
              field(row, "basis"),
              field(row, "direction"),
              new BigDecimal(field(row, "minimum")),
              new BigDecimal(field(row, "maximum")),
              Integer.parseInt(field(row, "decimals"))));
    }
    for (Map<String, String> row : file(reference, "identification-thresholds.csv")) {
      parameters.computeIfPresent(
          field(row, "parameter"),
          (_, parameter) ->
              parameter.shortOf(field(row, "comparison"), new BigDecimal(field(row, "value"))));
    }
    return new Distributions(readGoods(reference), readDistricts(), parameters);
  }

  private static List<Good> readGoods(Path reference) {
    Map<String, Map<String, String>> catalog = new HashMap<>();
    file(reference, "materials.csv").forEach(row -> catalog.put(field(row, "key"), row));
    Map<String, List<Quality>> qualities = new HashMap<>();
    for (Map<String, String> row : packed("qualities.csv")) {
      qualities
          .computeIfAbsent(field(row, "material"), _ -> new ArrayList<>())
          .add(
              new Quality(
                  field(row, "parameter"),
                  Double.parseDouble(field(row, "mean")),
                  Double.parseDouble(field(row, "deviation"))));
    }
    List<Good> goods = new ArrayList<>();
    for (Map<String, String> row : packed("materials.csv")) {
      String key = field(row, "material");
      Map<String, String> material = catalog.get(key);
      if (material == null) {
        throw new IllegalArgumentException("the catalog has no material " + key);
      }
      goods.add(
          new Good(
              key,
              field(material, "class"),
              field(material, "name_zh"),
              Double.parseDouble(field(row, "price")),
              Double.parseDouble(field(row, "spread")),
              List.of(field(row, "uses").split("\\|", -1)),
              qualities.getOrDefault(key, List.of())));
    }
    return goods;
  }

  private static List<District> readDistricts() {
    return packed("districts.csv").stream()
        .map(row ->
            new District(
                field(row, "adcode"),
                field(row, "name"),
                field(row, "name_en"),
                Double.parseDouble(field(row, "latitude")),
                Double.parseDouble(field(row, "longitude")),
                Double.parseDouble(field(row, "weight"))))
        .toList();
  }

  private static List<Map<String, String>> packed(String name) {
    try (InputStream in = Distributions.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not packed: " + name);
      }
      return CsvRows.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<String, String>> file(Path folder, String name) {
    try {
      return CsvRows.of(Files.readString(folder.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param price middle ex works, yuan per tonne
  /// @param spread the standard deviation of the price
  /// @param uses what it is sought for, as the catalog calls it
  record Good(
      String key,
      String classCode,
      String name,
      double price,
      double spread,
      List<String> uses,
      List<Quality> qualities) {}

  record Quality(String parameter, double mean, double deviation) {}

  record Parameter(
      String basis, String direction, BigDecimal minimum, BigDecimal maximum, int decimals) {

    /// The hazard gate holds a lot that reaches the threshold, so none on the market does.
    Parameter shortOf(String comparison, BigDecimal threshold) {
      BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
      return comparison.equals("at-least")
          ? new Parameter(
              basis, direction, minimum, maximum.min(threshold.subtract(step)), decimals)
          : new Parameter(basis, direction, minimum.max(threshold.add(step)), maximum, decimals);
    }
  }

  record District(
      String adcode,
      String name,
      String nameEn,
      double latitude,
      double longitude,
      double weight) {}
}
