/// The ledger as it is read by those whom it is about: accounts with what they hold, statements
/// line by line, and the proof that a posting lies in its block. Who may see what is the asking
/// feature's business.
///
/// Reads the tables of the ledger and writes none.
@NullMarked
package cn.wufei.exchange.ledger.book;

import org.jspecify.annotations.NullMarked;
