/// Checks a ledger from its database alone: a second reading of `docs/ledger.md` that shares no
/// code with the application that writes it. Reads the tables of the ledger but
/// `ledger_period_lock`, and `transfer_load`; owns and writes none.
@NullMarked
package cn.wufei.verify;

import org.jspecify.annotations.NullMarked;
