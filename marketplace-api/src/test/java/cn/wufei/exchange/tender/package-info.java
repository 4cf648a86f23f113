/// Tests of tenders.
@NullMarked
package cn.wufei.exchange.tender;

import org.jspecify.annotations.NullMarked;
