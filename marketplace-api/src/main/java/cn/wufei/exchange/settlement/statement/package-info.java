/// Laboratory results for batches of loads, and the monthly statements (对账单) in which a seller and
/// a buyer agree on what is to be paid. An agreed statement makes its sum due in the ledger and
/// never changes; a correction is a statement of its own.
///
/// Owns `settlement_assay`, `settlement_assay_load`, `settlement_assay_result`,
/// `settlement_statement` and `settlement_line`. [Statements] is how other features read them.
@NullMarked
package cn.wufei.exchange.settlement.statement;

import org.jspecify.annotations.NullMarked;
