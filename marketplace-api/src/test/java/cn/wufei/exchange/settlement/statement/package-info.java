@NullMarked
package cn.wufei.exchange.settlement.statement;

import org.jspecify.annotations.NullMarked;
