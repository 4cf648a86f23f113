@NullMarked
package cn.wufei.exchange.listing.draft;

import org.jspecify.annotations.NullMarked;
