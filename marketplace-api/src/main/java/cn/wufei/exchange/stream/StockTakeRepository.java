package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StockTakeRepository extends GenericRepository<StockTakeRow, Id> {

  StockTakeRow save(StockTakeRow row);

  StockTakeRow update(StockTakeRow row);

  @Nullable StockTakeRow findById(Id id);

  /// Those that stand.
  List<StockTakeRow> findByStreamIdInAndVoidedByIsNullOrderByOccurredOnDescAndIdDesc(
      Collection<Id> streamIds);

  /// Voided ones included.
  List<StockTakeRow> findByStreamIdInOrderByIdDesc(Collection<Id> streamIds);
}
