package cn.wufei.exchange.approval;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An act exactly as it was asked for. What it is about never changes without its version, and its
/// own words are kept, so that what is approved is what was asked.
///
/// @param about the offer or tender; nothing where an offer is made
/// @param title of the lot, as it read then
/// @param partner who would be bound as well
/// @param priceYuanPerT of the agreed quality; negative when the producer pays
/// @param sumFen at most what it binds to; `Long.MAX_VALUE` where nothing bounds it
/// @param content the offer that would be made with what it takes over from its lot, JSON
/// @param lastDay on which it can be done
public record AskedAct(
    ActKind kind,
    @Nullable Subject about,
    String title,
    @Nullable Id partner,
    long quantityKg,
    BigDecimal priceYuanPerT,
    long sumFen,
    @Nullable String content,
    LocalDate lastDay) {

  /// An offer or a tender, in the version that was looked at.
  public record Subject(Id id, long version) {}
}
