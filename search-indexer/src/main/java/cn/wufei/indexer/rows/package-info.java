/// The `search_*` tables as the indexer reads and writes them: by plain JDBC on connections of its
/// own, so that it is never part of anybody's transaction. Moments are the database's, because the
/// clocks of several instances differ.
@NullMarked
package cn.wufei.indexer.rows;

import org.jspecify.annotations.NullMarked;
