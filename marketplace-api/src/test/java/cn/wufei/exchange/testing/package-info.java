/// What the integration tests of every feature stand on: one real exchange per JVM, a client that
/// speaks to it over HTTP, and organisations to act for.
@NullMarked
package cn.wufei.exchange.testing;

import org.jspecify.annotations.NullMarked;
