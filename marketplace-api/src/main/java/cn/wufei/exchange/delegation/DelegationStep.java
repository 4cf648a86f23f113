package cn.wufei.exchange.delegation;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step of a course. Nobody stands beside what time did.
///
/// @param line counts the steps: the version of the delegation after it
record DelegationStep(
    Id delegationId,
    long line,
    DelegationAct act,
    @Nullable DelegationSide side,
    @Nullable Id memberId,
    @Nullable String words,
    Instant at) {}
