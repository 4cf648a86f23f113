/// Tests of agreements as documents.
@NullMarked
package cn.wufei.exchange.deal.document;

import org.jspecify.annotations.NullMarked;
