package cn.wufei.exchange.tender;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The record of an opening (开标记录): whoever has it can work out each commitment and the award.
///
/// @param commitmentRule how a commitment is worked out: what is hashed by SHA-256, line by line
/// @param openedUntil when the opening ended
/// @param bids those that count first, the best first
/// @param award absent when the sale was not awarded
@Serdeable
@Schema(name = "TenderRecord")
public record TenderRecord(
    Id tenderId,
    TenderStatus status,
    Id lotId,
    String lotTitle,
    String materialKey,
    OrganisationRef seller,
    TenderTerms terms,
    Instant createdAt,
    Instant openedUntil,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    String commitmentRule,
    List<TenderBid> bids,
    @Nullable Award award) {

  public TenderRecord {
    bids = List.copyOf(bids);
  }

  /// To whom the sale was awarded.
  ///
  /// @param agreementId for the seller, the winner and the authorities
  @Serdeable
  @Schema(name = "TenderAward")
  public record Award(
      Id bidId,
      OrganisationRef winner,
      BigDecimal priceYuanPerT,
      @Nullable Instant awardedAt,
      @Nullable Id agreementId) {}
}
