package cn.wufei.exchange.listing.coverage;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether a lot is covered by what is there and expected.
///
/// @param coverage of the stream until the lot's last day; for its owner and the authorities only
@Serdeable
@Schema(name = "LotCoverage")
record LotCoverage(Coverage.State state, @Nullable Coverage coverage) {}
