/// Closing the books of a month. An organisation's administrator closes a month that is over; from
/// then on nothing that happened in it is posted to the organisation's books, and what was wrong is
/// corrected with today's date. Only an authority reopens a month, and says why.
///
/// Owns no table: closed months belong to the ledger, which holds itself to them. Publishes and
/// consumes no event.
@NullMarked
package cn.wufei.exchange.period;

import org.jspecify.annotations.NullMarked;
