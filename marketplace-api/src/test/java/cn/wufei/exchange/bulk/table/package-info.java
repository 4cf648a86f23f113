@NullMarked
package cn.wufei.exchange.bulk.table;

import org.jspecify.annotations.NullMarked;
