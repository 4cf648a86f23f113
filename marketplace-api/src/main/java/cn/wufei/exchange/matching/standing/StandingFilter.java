package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Which of an organisation's pairs are meant; all of them where nothing is said.
///
/// @param newOnly those that nobody of the organisation has looked at
record StandingFilter(@Nullable Id lotId, @Nullable Id demandId, boolean newOnly) {}
