package cn.wufei.exchange.sample;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request for a sample as its two parties see it.
///
/// @param lotTitle as it read when it was asked for
/// @param buyerSite where it is sent
/// @param quantityG grams
/// @param wishes how it shall be taken: a standard, or in words
/// @param wantedBy the day by which the buyer would like to have it sent
/// @param courierPayer who pays the courier
/// @param dueOn the last day of its present state; absent when its course has ended
/// @param sendBy the day by which the seller sends it
/// @param receivedOn the day that the buyer named, or on which it counted as received
/// @param acts what the caller may do about it now
@Serdeable
@Schema(name = "Sample")
record Sample(
    Id id,
    long version,
    SampleStatus status,
    Id lotId,
    String lotTitle,
    String materialKey,
    OrganisationRef seller,
    OrganisationRef buyer,
    SiteRef sellerSite,
    SiteRef buyerSite,
    int quantityG,
    @Nullable String wishes,
    @Nullable LocalDate wantedBy,
    Side courierPayer,
    @Nullable String message,
    Instant askedAt,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate sendBy,
    @Nullable SampleDispatch dispatch,
    @Nullable LocalDate receivedOn,
    @Nullable SampleVerdict verdict,
    List<SampleAct> acts) {

  Sample {
    acts = List.copyOf(acts);
  }
}
