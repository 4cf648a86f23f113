package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Which loads somebody asks for.
record LoadQuery(
    Caller caller,
    @Nullable Id agreementId,
    @Nullable LoadStatus status,
    @Nullable Direction direction) {}
