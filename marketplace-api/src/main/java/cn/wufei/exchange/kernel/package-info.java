/// Values that every feature speaks in: ids, mass, outcomes, roles, the calendar and who is asking.
/// Depends on nothing, not even a framework.
@NullMarked
package cn.wufei.exchange.kernel;

import org.jspecify.annotations.NullMarked;
