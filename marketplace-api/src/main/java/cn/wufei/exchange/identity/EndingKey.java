package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import java.time.LocalDate;

/// A key that still works and will not for long.
///
/// @param lastDay on which it works, in China Standard Time
public record EndingKey(Id id, String name, LocalDate lastDay) {}
