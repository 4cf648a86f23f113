/// Who owes whom, since when, and what waits for an answer; the money of one agreement with what
/// the buyer's prepayment still covers.
///
/// Owns `settlement_pickup_limit`.
@NullMarked
package cn.wufei.exchange.settlement.overview;

import org.jspecify.annotations.NullMarked;
