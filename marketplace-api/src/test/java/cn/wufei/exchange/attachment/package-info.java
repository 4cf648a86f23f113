@NullMarked
package cn.wufei.exchange.attachment;

import org.jspecify.annotations.NullMarked;
