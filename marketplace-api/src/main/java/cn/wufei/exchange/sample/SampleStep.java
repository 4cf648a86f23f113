package cn.wufei.exchange.sample;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A step of a course as it is stored.
///
/// @param line the version of the request after it, so that no two steps are one
/// @param side nobody where the exchange took it
/// @param day that it says: by which it will be sent, on which it was sent or received
/// @param words the reason of a refusal, a remark on receipt, what came of it
record SampleStep(
    Id requestId,
    long line,
    SampleAct act,
    @Nullable Side side,
    @Nullable Id memberId,
    @Nullable LocalDate day,
    @Nullable String words,
    Instant at) {}
