package cn.wufei.exchange.audit;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditRecordRepository extends GenericRepository<AuditRecord, Id> {

  AuditRecord save(AuditRecord row);
}
