/// The ledger as it is read by those whom it is about: accounts with what they hold, and statements
/// line by line. Who may see what is the asking feature's business.
///
/// Reads the tables of the ledger and writes none.
@NullMarked
package cn.wufei.exchange.ledger.book;

import org.jspecify.annotations.NullMarked;
