/// Old stockpiles that a plan wants cleared: what was stated of them, by which document and when,
/// and what has been reported since. Nothing is inferred: without a report there is no progress.
///
/// Owns `stockpile_stockpile`, `stockpile_report`.
@NullMarked
package cn.wufei.exchange.stockpile;

import org.jspecify.annotations.NullMarked;
