/// The two times of the ledger. Sums what moved through accounts by the day on which it happened
/// and the moment at which it was recorded, from totals by day and the postings after them.
///
/// Owns `ledger_day` and `ledger_day_head`, which are derived from the postings: [RollDays] brings
/// them forward, [EndOfDay] and [Movements] add what they do not hold yet.
@NullMarked
package cn.wufei.exchange.ledger.day;

import org.jspecify.annotations.NullMarked;
