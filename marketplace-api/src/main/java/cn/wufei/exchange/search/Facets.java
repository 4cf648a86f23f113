package cn.wufei.exchange.search;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the results spread. Each facet is counted without the filters that it offers values for, so
/// that it shows what a further value would add.
///
/// @param regions districts, and the cities that they lie in with the sum of them
/// @param uses of demands their own, of lots those that their material is allowed in
/// @param quantities in kilograms
/// @param prices in yuan per tonne
/// @param moistures in per cent, by the most that a document states
/// @param parameters those that results state or require, with the least and the greatest value on
///   the whole market
@Serdeable
@Schema(name = "SearchFacets")
record Facets(
    List<Count> materials,
    List<Count> classes,
    List<Count> regions,
    List<Count> quantityKinds,
    List<Count> uses,
    List<Bucket> quantities,
    List<Bucket> prices,
    List<Bucket> moistures,
    List<Parameter> parameters) {

  Facets {
    materials = List.copyOf(materials);
    classes = List.copyOf(classes);
    regions = List.copyOf(regions);
    quantityKinds = List.copyOf(quantityKinds);
    uses = List.copyOf(uses);
    quantities = List.copyOf(quantities);
    prices = List.copyOf(prices);
    moistures = List.copyOf(moistures);
    parameters = List.copyOf(parameters);
  }

  @Serdeable
  @Schema(name = "FacetCount")
  record Count(String key, long count) {}

  /// @param from included, open when absent
  /// @param to not included, open when absent
  @Serdeable
  @Schema(name = "FacetBucket")
  record Bucket(@Nullable Long from, @Nullable Long to, long count) {}

  @Serdeable
  @Schema(name = "FacetParameter")
  record Parameter(
      String parameter,
      String basis,
      long count,
      @Nullable BigDecimal least,
      @Nullable BigDecimal greatest) {}
}
