/// Tests of offers.
@NullMarked
package cn.wufei.exchange.deal.offer;

import org.jspecify.annotations.NullMarked;
