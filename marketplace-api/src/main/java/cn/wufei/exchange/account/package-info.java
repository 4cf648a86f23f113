/// The ledger as an organisation reads it: its accounts, what they held when, statements line by
/// line and as files, and the proof of each posting. An account belongs to its owner and, where
/// there is one, its counterparty; the accounts of an agreement and of a load are open to both
/// parties, as their pages are. Everybody else finds nothing.
///
/// Owns no table. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.account;

import org.jspecify.annotations.NullMarked;
