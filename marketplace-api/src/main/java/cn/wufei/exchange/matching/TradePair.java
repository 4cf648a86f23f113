package cn.wufei.exchange.matching;

import cn.wufei.exchange.kernel.Id;

/// Two organisations, in the direction in which tonnes go.
public record TradePair(Id sellerId, Id buyerId) {}
