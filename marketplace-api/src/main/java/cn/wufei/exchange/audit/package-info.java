/// The record of who did what: written in the transaction of what it records, never changed.
///
/// Owns `audit_record`.
@NullMarked
package cn.wufei.exchange.audit;

import org.jspecify.annotations.NullMarked;
