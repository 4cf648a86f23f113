/// Figures read from the ledger: the utilisation rate by the official formula on both recognition
/// bases, the funnel from listed to used tonnes, and the postings behind every figure. Owns no
/// table; nobody depends on it.
@NullMarked
package cn.wufei.exchange.metrics;

import org.jspecify.annotations.NullMarked;
