@NullMarked
package cn.wufei.exchange.ledger.day;

import org.jspecify.annotations.NullMarked;
