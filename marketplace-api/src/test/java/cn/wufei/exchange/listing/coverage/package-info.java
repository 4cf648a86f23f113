@NullMarked
package cn.wufei.exchange.listing.coverage;

import org.jspecify.annotations.NullMarked;
