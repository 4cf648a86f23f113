package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A grade of a product standard, from which a demand can take the ranges that it asks for. Nothing
/// is judged by it.
///
/// @param standard its number, such as `GB/T 18046-2017`
/// @param materials of which it is a grade; at least one
/// @param limits at least one, each of another parameter, in the order of the file
@Serdeable
public record ProductGrade(
    String key,
    String standard,
    String nameZh,
    String nameEn,
    List<String> materials,
    List<Limit> limits,
    String source,
    String verified) {

  public ProductGrade {
    materials = List.copyOf(materials);
    limits = List.copyOf(limits);
  }

  static ProductGrade of(Row row, List<Limit> limits, Map<String, Material> known) {
    List<String> of = row.list("materials");
    if (of.isEmpty() || !known.keySet().containsAll(of)) {
      throw row.fault("materials", "must be keys that materials.csv has, at least one");
    }
    if (limits.isEmpty()) {
      throw row.fault("key", "has no limit in " + Dataset.PRODUCT_LIMITS.file());
    }
    return new ProductGrade(
        row.keyText("key"),
        row.text("standard"),
        row.text("name_zh"),
        row.text("name_en"),
        of,
        limits,
        row.source(),
        row.verified());
  }

  /// What the grade asks of a parameter, in its unit and on its basis. At least one end is there.
  @Serdeable
  @Schema(name = "ProductLimit")
  public record Limit(
      String parameter,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      String source,
      String verified) {}
}
