/// The indices in Elasticsearch: what they are called, what they map, and the few requests that the
/// exchange makes to them.
///
/// The mappings use only what the core modules of Elasticsearch have, because the embedded
/// distribution has no others. Chinese is indexed as single characters and as pairs of neighbours,
/// and sought by pairs, which needs no dictionary.
@NullMarked
package cn.wufei.indexer.index;

import org.jspecify.annotations.NullMarked;
