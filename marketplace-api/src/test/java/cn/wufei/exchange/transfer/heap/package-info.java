/// Tests of heaps and use reports.
@NullMarked
package cn.wufei.exchange.transfer.heap;

import org.jspecify.annotations.NullMarked;
