/// Whether a lot and a demand fit, how well, and what stands between them: pure functions of two
/// records. Knows neither database nor search.
@NullMarked
package cn.wufei.exchange.matching.fit;

import org.jspecify.annotations.NullMarked;
