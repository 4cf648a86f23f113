package cn.wufei.exchange.search;

import cn.wufei.indexer.document.SitePart;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the tonnes lie or are wanted; degrees, WGS-84.
@Serdeable
public record SiteSummary(
    String id,
    String name,
    @Nullable String nameEn,
    String adcode,
    double latitude,
    double longitude,
    List<String> modes) {

  public SiteSummary {
    modes = List.copyOf(modes);
  }

  static SiteSummary of(SitePart part) {
    return new SiteSummary(
        part.id(),
        part.name(),
        part.nameEn(),
        part.adcode(),
        part.location().lat(),
        part.location().lon(),
        part.modes());
  }
}
