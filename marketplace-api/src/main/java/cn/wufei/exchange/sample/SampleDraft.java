package cn.wufei.exchange.sample;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A sample to be asked for.
///
/// @param siteId where it is sent: one of the buyer's sites
/// @param quantityG grams
/// @param wishes how it shall be taken: a standard, or in words
/// @param wantedBy the day by which the buyer would like to have it sent
/// @param courierPayer who pays the courier
@Serdeable
@Schema(name = "SampleDraft")
record SampleDraft(
    @NotNull Id lotId,
    @NotNull Id siteId,
    @NotNull @Min(SampleLimits.QUANTITY_G_MIN) @Max(SampleLimits.QUANTITY_G_MAX) Integer quantityG,
    @Nullable @Size(max = SampleLimits.WISHES_MAX) String wishes,
    @Nullable LocalDate wantedBy,
    @NotNull Side courierPayer,
    @Nullable @Size(max = SampleLimits.TEXT_MAX) String message) {}
