@NullMarked
package cn.wufei.exchange.export;

import org.jspecify.annotations.NullMarked;
