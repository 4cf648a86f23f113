@NullMarked
package cn.wufei.exchange.ledger.chain;

import org.jspecify.annotations.NullMarked;
