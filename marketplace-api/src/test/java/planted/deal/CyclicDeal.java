package planted.deal;

import org.jspecify.annotations.Nullable;
import planted.listing.CyclicListing;

/// The other half.
public record CyclicDeal(@Nullable CyclicListing listing) {}
