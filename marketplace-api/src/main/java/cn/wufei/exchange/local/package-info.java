/// The embedded shape: runs the database and Elasticsearch beside the application, for a first
/// look, development and tests. Nothing here is used when `WUFEI_ENVIRONMENT` is not `local`.
@NullMarked
package cn.wufei.exchange.local;

import org.jspecify.annotations.NullMarked;
