package cn.wufei.exchange.stockpile;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StockpileReportRepository extends GenericRepository<StockpileReport, Id> {

  StockpileReport save(StockpileReport row);

  List<StockpileReport> findByStockpileIdInOrderByReportedOnDescAndIdDesc(Collection<Id> ids);
}
