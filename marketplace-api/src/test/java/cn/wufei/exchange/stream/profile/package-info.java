@NullMarked
package cn.wufei.exchange.stream.profile;

import org.jspecify.annotations.NullMarked;
