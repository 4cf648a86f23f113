/// The edge that every feature shares: problems, idempotent writes, ids and versions in requests.
///
/// Owns `http_idempotency`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.http;

import org.jspecify.annotations.NullMarked;
