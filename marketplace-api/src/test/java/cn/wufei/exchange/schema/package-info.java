@NullMarked
package cn.wufei.exchange.schema;

import org.jspecify.annotations.NullMarked;
