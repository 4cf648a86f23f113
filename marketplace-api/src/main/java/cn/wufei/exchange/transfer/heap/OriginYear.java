package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.kernel.Id;

/// Tonnes of one stream and one generation year.
record OriginYear(Id stream, int generationYear) {}
