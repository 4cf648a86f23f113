/// Whether what a producer promises of a stream lies there or is expected to be generated in time.
/// A promise beyond that is not refused, as generation is an estimate; it is said to whoever reads
/// the lot.
///
/// Owns no table.
@NullMarked
package cn.wufei.exchange.listing.coverage;

import org.jspecify.annotations.NullMarked;
