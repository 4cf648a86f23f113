@NullMarked
package cn.wufei.exchange.approval;

import org.jspecify.annotations.NullMarked;
