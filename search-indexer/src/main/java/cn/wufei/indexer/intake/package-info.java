/// Brings `search_document` rows that wait into the index: in bulk, again and again until
/// Elasticsearch has taken or refused each. Reads and writes no other table.
@NullMarked
package cn.wufei.indexer.intake;

import org.jspecify.annotations.NullMarked;
