package cn.wufei.exchange.tender;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tender as the caller may see it: its terms are open to all who have signed in.
///
/// @param lotTitle as it read when the tender began
/// @param opensUntil until when bidders can open their bids; earlier when all that count are opened
/// @param awardUntil until when the seller can award, from the end of the opening on
/// @param endedAt when nothing more could happen to it
/// @param endReason why the seller cancelled or ended it; for its bidders, its seller and the
///   authorities
/// @param winner for the same
/// @param agreementId for the seller, the winner and the authorities
/// @param ownBid of the caller's organisation, the last one where it withdrew
/// @param bids for the seller, the bidders and the authorities from the closing on; absent for
///   others and before
/// @param deposits all for the seller and the authorities, the caller's own for a payer
/// @param acts what the caller can do now
@Serdeable
@Schema(name = "Tender")
public record Tender(
    Id id,
    long version,
    TenderStatus status,
    Id lotId,
    String lotTitle,
    String materialKey,
    OrganisationRef seller,
    SiteRef sellerSite,
    TenderTerms terms,
    Instant opensUntil,
    @Nullable Instant awardUntil,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    @Nullable OrganisationRef winner,
    @Nullable Id agreementId,
    @Nullable OwnBid ownBid,
    @Nullable List<TenderBid> bids,
    List<TenderDeposit> deposits,
    List<TenderChoice> acts) {

  public Tender {
    bids = bids == null ? null : List.copyOf(bids);
    deposits = List.copyOf(deposits);
    acts = List.copyOf(acts);
  }
}
