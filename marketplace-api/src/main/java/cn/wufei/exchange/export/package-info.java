/// The export of everything that a firm owns: one ZIP archive with a CSV file for each table, all
/// of them read in one snapshot of the database, and a manifest that says what is in it and which
/// sums have to agree.
///
/// Owns no table. Features say what they have by a [cn.wufei.exchange.csv.ExportTable].
@NullMarked
package cn.wufei.exchange.export;

import org.jspecify.annotations.NullMarked;
