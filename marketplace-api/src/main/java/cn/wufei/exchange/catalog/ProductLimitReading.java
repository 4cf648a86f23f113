package cn.wufei.exchange.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what grades of products ask of parameters.
final class ProductLimitReading {

  private final List<Row> rows;
  private final Map<String, Parameter> parameters;
  private final Map<String, List<ProductGrade.Limit>> byGrade = new LinkedHashMap<>();

  ProductLimitReading(List<Row> rows, Map<String, Parameter> parameters) {
    this.rows = List.copyOf(rows);
    this.parameters = Map.copyOf(parameters);
    for (Row row : this.rows) {
      byGrade.computeIfAbsent(row.text("grade"), _ -> new ArrayList<>()).add(limit(row));
    }
  }

  List<ProductGrade.Limit> of(String grade) {
    return byGrade.getOrDefault(grade, List.of());
  }

  void requireKnown(Map<String, ProductGrade> grades) {
    rows.forEach(row -> RowReading.known(row, "grade", grades));
  }

  private ProductGrade.Limit limit(Row row) {
    Parameter parameter =
        Objects.requireNonNull(parameters.get(RowReading.known(row, "parameter", parameters)));
    BigDecimal least = row.optionalDecimal("minimum");
    BigDecimal most = row.optionalDecimal("maximum");
    if (least == null && most == null) {
      throw row.fault("minimum", "or maximum must be there");
    }
    if (least != null && most != null && least.compareTo(most) > 0) {
      throw row.fault("maximum", "must not be below the minimum");
    }
    if (Stream.of("minimum", "maximum")
        .anyMatch(end -> !isValue(parameter, row.optionalDecimal(end)))) {
      throw row.fault("parameter", "cannot have such a value, see parameters.csv");
    }
    return new ProductGrade.Limit(parameter.key(), least, most, row.source(), row.verified());
  }

  private static boolean isValue(Parameter parameter, @Nullable BigDecimal end) {
    return end == null
        || (parameter.admits(end) && end.stripTrailingZeros().scale() <= parameter.decimals());
  }
}
