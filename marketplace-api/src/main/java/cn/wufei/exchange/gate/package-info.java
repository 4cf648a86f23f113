/// Legal gates: pure functions over facts that the catalog gives. The first of them keeps hazardous
/// waste, and what looks like it, off the general exchange.
///
/// Owns no table. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.gate;

import org.jspecify.annotations.NullMarked;
