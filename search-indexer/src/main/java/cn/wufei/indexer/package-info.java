/// Carries what the exchange writes to `search_document` into Elasticsearch. Runs inside the
/// exchange or alone, in as many instances as one likes.
@NullMarked
package cn.wufei.indexer;

import org.jspecify.annotations.NullMarked;
