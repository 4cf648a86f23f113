package cn.wufei.indexer.document;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// Where the tonnes lie, or where they are wanted.
///
/// @param adcode administrative division, six digits
@Serdeable
public record SitePart(
    String id, String name, @Nullable String nameEn, String adcode, GeoPoint location) {}
