package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Which loads somebody asks for.
///
/// @param unstated only the caller's own that are on no statement that counts
record LoadQuery(
    Caller caller,
    @Nullable Id agreementId,
    @Nullable LoadStatus status,
    @Nullable Direction direction,
    boolean unstated) {}
