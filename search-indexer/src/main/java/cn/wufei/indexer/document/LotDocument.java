package cn.wufei.indexer.document;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A lot as the search knows it. A lot that closes keeps its document with another status: a
/// deleted document could be revived by an older event.
///
/// @param version the lot's own, rising with each change
/// @param status `published`, `withdrawn` or `closed`; only published lots are found. One that is
///   for approved buyers only has [#PUBLISHED_TO_APPROVED], so that nobody finds it who does not
///   ask for that: neither an index of an earlier release nor a clause that was forgotten shows it
/// @param priceYuanPerT on its basis; negative when the producer pays
/// @param delivery where the price is delivered; nothing where it holds ex works
/// @param months of a recurring lot, in order
/// @param aliases every other name of the material that the catalog knows, in both languages, so
///   that a search for one name finds the others
/// @param minimumKg the least quantity of one offer; nothing where any will do
/// @param destinations divisions to which it goes, six digits each; none when everywhere
/// @param matching what the other side of a match is found by
@Serdeable
public record LotDocument(
    String id,
    long version,
    String status,
    OrganisationPart organisation,
    SitePart site,
    String streamId,
    String materialKey,
    String classCode,
    @Nullable String code,
    String title,
    @Nullable String description,
    String saleMethod,
    String quantityKind,
    long quantityKg,
    long availableKg,
    long reservedKg,
    long fulfilledKg,
    BigDecimal priceYuanPerT,
    boolean taxIncluded,
    @Nullable DeliveryPart delivery,
    LocalDate availableFrom,
    LocalDate availableTo,
    List<ParameterRange> qualities,
    List<MonthPart> months,
    List<String> aliases,
    Instant publishedAt,
    @Nullable Long minimumKg,
    List<String> destinations,
    MatchPart matching) {

  /// The status of a published lot for approved buyers only.
  public static final String PUBLISHED_TO_APPROVED = "published-approved";

  public LotDocument {
    qualities = List.copyOf(qualities);
    months = List.copyOf(months);
    aliases = List.copyOf(aliases);
    destinations = List.copyOf(destinations);
  }
}
