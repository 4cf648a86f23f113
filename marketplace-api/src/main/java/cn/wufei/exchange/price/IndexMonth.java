package cn.wufei.exchange.price;

import java.time.YearMonth;

/// A month of an index, in China Standard Time.
public record IndexMonth(String index, YearMonth month) {}
