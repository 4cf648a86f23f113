package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MemberRepository extends GenericRepository<Member, Id> {

  Member save(Member row);

  Member update(Member row);

  @Nullable Member findById(Id id);

  @Nullable Member findByLogin(String login);

  boolean existsByLogin(String login);

  boolean existsByRole(String role);

  /// Locks all members of the organisation, so that two administrators cannot deactivate each other
  /// at once.
  List<Member> findByOrganisationIdForUpdate(Id organisationId);
}
