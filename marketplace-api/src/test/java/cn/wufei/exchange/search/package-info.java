@NullMarked
package cn.wufei.exchange.search;

import org.jspecify.annotations.NullMarked;
