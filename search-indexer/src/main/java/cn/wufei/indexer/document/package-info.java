/// What the search index holds: the public face of a lot and of a demand. Written by the exchange,
/// stored in `search_document` as JSON, indexed as it is and read back by the search.
@NullMarked
package cn.wufei.indexer.document;

import org.jspecify.annotations.NullMarked;
