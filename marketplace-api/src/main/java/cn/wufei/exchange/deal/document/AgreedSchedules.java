package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import jakarta.inject.Singleton;
import java.util.List;

/// The months that the documents of agreements plan, for the features that follow them.
@Singleton
public class AgreedSchedules {

  private final DocumentStore store;
  private final ComposeContent contents;

  AgreedSchedules(DocumentStore store, ComposeContent contents) {
    this.store = store;
    this.contents = contents;
  }

  /// The months of the version in force, or of the first while none is; none where the quantity
  /// does not recur.
  public List<MonthQuantity> of(Id agreement) {
    List<DocumentRow> rows = store.of(agreement);
    return rows.stream()
        .filter(row -> row.status() == DocumentStatus.SIGNED)
        .findFirst()
        .or(() -> rows.stream().filter(row -> row.number() == 1).findFirst())
        .map(row -> contents.read(store.content(row.id())).months())
        .orElse(List.of());
  }
}
