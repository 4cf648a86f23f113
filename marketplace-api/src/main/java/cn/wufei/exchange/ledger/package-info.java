/// The double-entry ledger of promised tonnes, real tonnes and money owed. A posting debits one
/// account and credits another by the same whole amount of one unit, so the sum over all accounts
/// of a unit is zero at all times. Postings are never changed; a correction is a new posting.
///
/// Owns `ledger_head`, `ledger_account`, `ledger_balance`, `ledger_transfer`, `ledger_posting`,
/// `ledger_closing`, `ledger_block`, `ledger_key` and `ledger_period_lock`. [BlockCommitter]
/// records the work of all who post, [Journal] is how features post, [Reversals] how they take back
/// and tell anew, [Periods] how months are closed; [Balances], [BalanceHistory], [Statements],
/// [StreamFlows] and [Seals] are how they read.
@NullMarked
package cn.wufei.exchange.ledger;

import org.jspecify.annotations.NullMarked;
