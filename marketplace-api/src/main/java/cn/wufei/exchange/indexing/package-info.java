/// The search index as its operator sees it, and as a trader does who waits for an own change to be
/// found. The indexer does the work; this asks for it and tells what came of it.
///
/// Reads and writes the indexer's `search_*` tables beside [cn.wufei.exchange.searchfeed], which
/// owns the documents. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.indexing;

import org.jspecify.annotations.NullMarked;
