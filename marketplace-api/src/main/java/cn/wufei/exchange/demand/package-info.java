/// Demands: what receivers look for. How much of a demand is still open follows from the agreements
/// on it.
///
/// Owns `demand_demand`, `demand_material`, `demand_range` and `demand_month`. [Demands] is how
/// other features read and refresh them; every change puts the demand's search document. Publishes
/// and consumes no event.
@NullMarked
package cn.wufei.exchange.demand;

import org.jspecify.annotations.NullMarked;
