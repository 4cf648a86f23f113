package cn.wufei.indexer.document;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A demand as the search knows it; see [LotDocument] for what its fields share with a lot.
///
/// @param site where the tonnes are wanted
/// @param materialKeys any of them will do
/// @param classCodes the catalog's classes of those materials
/// @param use key of the catalog's use
/// @param openKg what is still sought
/// @param maxDeliveredYuanPerT the most that the buyer pays, on the limit's basis; negative when it
///   wants to be paid
/// @param limitBasis `delivered` or `ex-works`
/// @param ranges what the buyer requires; a lot must lie wholly within each
/// @param matching what the other side of a match is found by
@Serdeable
public record DemandDocument(
    String id,
    long version,
    String status,
    OrganisationPart organisation,
    SitePart site,
    List<String> materialKeys,
    List<String> classCodes,
    String use,
    String title,
    @Nullable String description,
    long quantityKg,
    long openKg,
    BigDecimal maxDeliveredYuanPerT,
    String limitBasis,
    LocalDate neededFrom,
    LocalDate neededTo,
    List<ParameterRange> ranges,
    List<MonthPart> months,
    List<String> aliases,
    Instant publishedAt,
    MatchPart matching) {

  public DemandDocument {
    materialKeys = List.copyOf(materialKeys);
    classCodes = List.copyOf(classCodes);
    ranges = List.copyOf(ranges);
    months = List.copyOf(months);
    aliases = List.copyOf(aliases);
  }
}
