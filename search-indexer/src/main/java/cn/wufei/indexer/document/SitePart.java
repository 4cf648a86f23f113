package cn.wufei.indexer.document;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the tonnes lie, or where they are wanted.
///
/// @param adcode administrative division, six digits
/// @param modes what can be loaded or unloaded there: `road`, `rail`, `water`
@Serdeable
public record SitePart(
    String id,
    String name,
    @Nullable String nameEn,
    String adcode,
    GeoPoint location,
    List<String> modes) {

  public SitePart {
    modes = List.copyOf(modes);
  }
}
