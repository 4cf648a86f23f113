package planted.listing;

import planted.deal.CyclicDeal;

/// One half of a cycle.
public record CyclicListing(CyclicDeal deal) {}
