@NullMarked
package cn.wufei.exchange.kernel;

import org.jspecify.annotations.NullMarked;
