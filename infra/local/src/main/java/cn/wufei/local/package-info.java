/// The servers of the embedded shape and of the tests: a real database and a real Elasticsearch,
/// each in its own process, started and stopped from Java. Linux only; nothing here belongs into
/// production.
@NullMarked
package cn.wufei.local;

import org.jspecify.annotations.NullMarked;
