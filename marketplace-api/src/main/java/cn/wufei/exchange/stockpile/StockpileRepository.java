package cn.wufei.exchange.stockpile;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StockpileRepository extends GenericRepository<Stockpile, Id> {

  Stockpile save(Stockpile row);

  Optional<Stockpile> findById(Id id);

  boolean existsByName(String name);

  List<Stockpile> findAllOrderByClearBy();
}
