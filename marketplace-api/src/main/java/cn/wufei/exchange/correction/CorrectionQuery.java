package cn.wufei.exchange.correction;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Which corrections somebody asks for.
///
/// @param about a load, entry, stock-take or use report, or the stream, agreement or site it
///   belongs to
record CorrectionQuery(
    Caller caller,
    @Nullable Id about,
    @Nullable CorrectionKind kind,
    @Nullable CorrectionStatus status) {}
