@NullMarked
package cn.wufei.exchange.bulk;

import org.jspecify.annotations.NullMarked;
