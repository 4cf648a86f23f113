@NullMarked
package cn.wufei.exchange.http;

import org.jspecify.annotations.NullMarked;
