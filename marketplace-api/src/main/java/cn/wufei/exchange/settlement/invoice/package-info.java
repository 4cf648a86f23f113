/// Invoices (发票) as they were issued elsewhere, joined with the statements that they are for; what
/// weighbridge, statement and invoice say of a month beside each other; and the buyer's ledger of
/// purchases (购进台账).
///
/// Owns `settlement_invoice` and `settlement_invoice_statement`.
@NullMarked
package cn.wufei.exchange.settlement.invoice;

import org.jspecify.annotations.NullMarked;
