package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Which of an organisation's dismissals are meant; all of them where nothing is said.
record DismissalFilter(
    @Nullable Id lotId, @Nullable Id demandId, @Nullable DismissalReason reason) {}
