/// Keeps the indices equal to the database: compares both by sums and puts right what differs, and
/// builds an index anew while everybody goes on reading and writing. One instance at a time looks
/// after an index.
@NullMarked
package cn.wufei.indexer.upkeep;

import org.jspecify.annotations.NullMarked;
