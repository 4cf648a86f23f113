@NullMarked
package cn.wufei.exchange.sql;

import org.jspecify.annotations.NullMarked;
