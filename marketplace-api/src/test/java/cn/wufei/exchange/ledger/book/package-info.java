@NullMarked
package cn.wufei.exchange.ledger.book;

import org.jspecify.annotations.NullMarked;
