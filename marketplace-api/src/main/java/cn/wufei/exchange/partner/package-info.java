/// With whom a firm trades: buyers that its own safety and environment department has approved, and
/// firms that it keeps away from. Each decision is kept as it was made; [Partners] says how a firm
/// stands with the others today.
@NullMarked
package cn.wufei.exchange.partner;

import org.jspecify.annotations.NullMarked;
