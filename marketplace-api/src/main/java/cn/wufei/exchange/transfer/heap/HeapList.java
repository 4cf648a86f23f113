package cn.wufei.exchange.transfer.heap;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// All heaps of a receiver: as many as it has sites and materials.
@Serdeable
record HeapList(List<Heap> items) {

  HeapList {
    items = List.copyOf(items);
  }
}
