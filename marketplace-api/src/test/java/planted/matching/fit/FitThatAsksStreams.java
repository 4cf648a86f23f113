package planted.matching.fit;

import planted.stream.StreamName;

/// A judgement that looks something up instead of being told it.
record FitThatAsksStreams(StreamName stream) {}
