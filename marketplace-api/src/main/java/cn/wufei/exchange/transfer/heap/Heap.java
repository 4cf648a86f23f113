package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What a receiver has of one material at one site.
@Serdeable
public record Heap(
    Id siteId, String siteName, String materialKey, long onHandKg, List<HeapOrigin> origins) {

  public Heap {
    origins = List.copyOf(origins);
  }
}
