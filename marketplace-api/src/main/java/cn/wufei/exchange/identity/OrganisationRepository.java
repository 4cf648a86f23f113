package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OrganisationRepository extends GenericRepository<Organisation, Id> {

  Organisation save(Organisation row);

  Organisation update(Organisation row);

  @Nullable Organisation findById(Id id);

  @Nullable Organisation findByIdForUpdate(Id id);

  boolean existsByUscc(String uscc);
}
