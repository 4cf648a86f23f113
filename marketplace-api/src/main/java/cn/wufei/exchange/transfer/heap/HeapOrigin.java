package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;

/// Tonnes of one origin: in a heap, or used from it.
@Serdeable
public record HeapOrigin(
    Id streamId, String streamName, String organisationName, int generationYear, long kg) {}
