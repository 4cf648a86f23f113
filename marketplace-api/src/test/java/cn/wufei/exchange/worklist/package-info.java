@NullMarked
package cn.wufei.exchange.worklist;

import org.jspecify.annotations.NullMarked;
