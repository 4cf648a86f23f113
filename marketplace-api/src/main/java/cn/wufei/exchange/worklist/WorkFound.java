package cn.wufei.exchange.worklist;

import cn.wufei.exchange.kernel.Page;

/// How much there is, and the first of it.
public record WorkFound(WorkCount count, Page<WorkItem> first) {}
