/// Tests of agreements as documents.
@NullMarked
package cn.wufei.exchange.deal.calloff;

import org.jspecify.annotations.NullMarked;
