/// Hands lots and demands to the search index by writing their documents in the transaction of the
/// change. What the index does with them, and whether it is there at all, is of no concern to the
/// writer.
///
/// Owns `search_document`, which the indexer reads, and `search_unmatched`, the changes that
/// standing matches have not followed yet. A release that puts more into documents raises their
/// edition, and those of earlier ones are made anew. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.searchfeed;

import org.jspecify.annotations.NullMarked;
