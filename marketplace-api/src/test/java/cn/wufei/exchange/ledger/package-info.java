@NullMarked
package cn.wufei.exchange.ledger;

import org.jspecify.annotations.NullMarked;
