package cn.wufei.exchange.search;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// How the results spread over materials, classes and divisions, the most frequent first.
@Serdeable
@Schema(name = "SearchFacets")
record Facets(List<Count> materials, List<Count> classes, List<Count> regions) {

  Facets {
    materials = List.copyOf(materials);
    classes = List.copyOf(classes);
    regions = List.copyOf(regions);
  }

  @Serdeable
  @Schema(name = "FacetCount")
  record Count(String key, long count) {}
}
