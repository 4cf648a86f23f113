package cn.wufei.exchange.search;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a search finds within a box, cell by cell, the fullest first.
///
/// @param total all within the box, also those of cells that are left out because there are too
///   many
@Serdeable
@Schema(name = "ClusterMap")
record ClusterMap(List<Cluster> items, long total) {

  ClusterMap {
    items = List.copyOf(items);
  }

  /// @param box `west,south,east,north` of the cell, as a search takes it
  /// @param latitude of the middle of what lies in the cell, as is the longitude; degrees, WGS-84
  /// @param id of the only document, when there is one, as is the title
  @Serdeable
  @Schema(name = "Cluster")
  record Cluster(
      String box,
      double latitude,
      double longitude,
      long count,
      long quantityKg,
      @Nullable String id,
      @Nullable String title) {}
}
