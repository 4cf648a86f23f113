@NullMarked
package cn.wufei.exchange.indexing;

import org.jspecify.annotations.NullMarked;
