package cn.wufei.exchange.demand;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.document.DemandDocument;
import io.micronaut.context.BeanContext;
import java.util.List;

/// The search documents of demands whose rows a benchmark wrote itself, made by the product's own
/// maker. It is the product's secret, so this class lies in its package: what the benchmarks index
/// is what the product would.
public final class DemandBodies {

  private final Demands demands;
  private final DemandDocuments documents;

  public DemandBodies(BeanContext exchange) {
    this.demands = exchange.getBean(Demands.class);
    this.documents = exchange.getBean(DemandDocuments.class);
  }

  /// Of published demands, in the order of the ids.
  public List<DemandDocument> of(List<Id> published) {
    return demands.findPublished(published).stream().map(documents::of).toList();
  }
}
