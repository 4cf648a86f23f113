/// CSV for spreadsheets, and the tables that a firm takes home in that form. Features say what they
/// have of a firm by an [ExportTable]; who asks for all of them is `export`.
///
/// Owns no table. It lies below everything that keeps something for a firm.
@NullMarked
package cn.wufei.exchange.csv;

import org.jspecify.annotations.NullMarked;
