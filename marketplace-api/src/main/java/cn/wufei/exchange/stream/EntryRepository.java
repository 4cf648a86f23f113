package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface EntryRepository extends GenericRepository<EntryRow, Id> {

  EntryRow save(EntryRow row);

  EntryRow update(EntryRow row);

  @Nullable EntryRow findById(Id id);

  List<EntryRow> findByIdIn(Collection<Id> ids);
}
