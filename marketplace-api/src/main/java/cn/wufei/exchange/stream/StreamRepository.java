package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StreamRepository extends GenericRepository<StreamRow, Id> {

  StreamRow save(StreamRow row);

  Optional<StreamRow> findById(Id id);

  List<StreamRow> findByIdIn(Collection<Id> ids);

  List<StreamRow> findByOrganisationIdOrderByIdDesc(Id organisationId);

  Optional<StreamRow> findByOrganisationIdAndName(Id organisationId, String name);

  boolean existsByOrganisationIdAndName(Id organisationId, String name);
}
