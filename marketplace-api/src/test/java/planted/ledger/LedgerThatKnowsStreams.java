package planted.ledger;

import planted.stream.StreamName;

/// A ledger that looks up.
record LedgerThatKnowsStreams(StreamName stream) {}
