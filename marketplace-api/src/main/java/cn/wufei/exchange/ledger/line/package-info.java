/// Finds postings by the accounts that they touch, by the accounts' indexes.
///
/// Reads the tables of the ledger and writes none.
@NullMarked
package cn.wufei.exchange.ledger.line;

import org.jspecify.annotations.NullMarked;
