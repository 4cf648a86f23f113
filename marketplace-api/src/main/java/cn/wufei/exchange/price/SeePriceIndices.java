package cn.wufei.exchange.price;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Indices and their values, which everybody who trades may read.
@Singleton
@Connectable
class SeePriceIndices {

  private final PriceIndexStore store;
  private final Organisations organisations;

  SeePriceIndices(PriceIndexStore store, Organisations organisations) {
    this.store = store;
    this.organisations = organisations;
  }

  Page<PriceIndex> page(@Nullable String after, int limit) {
    Page<PriceIndex> page = Page.ofSurplus(store.page(after, limit + 1), limit, PriceIndex::code);
    return new Page<>(page.items().stream().map(this::one).toList(), page.next());
  }

  PriceIndex one(PriceIndex index) {
    return index.with(store.newest(index.code()));
  }

  Outcome<Page<IndexValue>> values(String code, @Nullable Id before, int limit) {
    if (store.find(code) == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Page<PriceIndexStore.Row> page =
        Page.ofSurplus(store.values(code, before, limit + 1), limit, row -> row.id().toString());
    return Outcome.done(new Page<>(named(page.items()), page.next()));
  }

  IndexValue value(PriceIndexStore.Row row) {
    return named(List.of(row)).getFirst();
  }

  private List<IndexValue> named(List<PriceIndexStore.Row> rows) {
    Map<Id, String> names =
        organisations.memberNames(
            rows.stream().map(PriceIndexStore.Row::statedBy).collect(Collectors.toSet()));
    return rows.stream()
        .map(row ->
            new IndexValue(
                row.id(),
                row.at().month().toString(),
                row.yuanPerT(),
                row.superseded(),
                row.statedAt(),
                names.getOrDefault(row.statedBy(), ""),
                row.note()))
        .toList();
  }
}
