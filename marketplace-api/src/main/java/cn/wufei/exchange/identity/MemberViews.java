package cn.wufei.exchange.identity;

import static cn.wufei.exchange.db.Tables.IDENTITY_MEMBER;

import cn.wufei.exchange.db.tables.records.IdentityMemberRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

@Singleton
class MemberViews {

  private final DSLContext sql;

  MemberViews(DSLContext sql) {
    this.sql = sql;
  }

  @Connectable
  Page<MemberView> page(Id organisationId, @Nullable Id before, int limit) {
    List<MemberView> rows =
        sql.selectFrom(IDENTITY_MEMBER)
            .where(IDENTITY_MEMBER.ORGANISATION_ID.eq(organisationId))
            .and(before == null ? DSL.noCondition() : IDENTITY_MEMBER.ID.lt(before))
            .orderBy(IDENTITY_MEMBER.ID.desc())
            .limit(limit + 1)
            .fetch(MemberViews::viewOf);
    return Page.ofSurplus(rows, limit, row -> row.id().toString());
  }

  @Connectable
  int countActive(Id organisationId) {
    return sql.fetchCount(
        sql.selectOne()
            .from(IDENTITY_MEMBER)
            .where(IDENTITY_MEMBER.ORGANISATION_ID.eq(organisationId))
            .and(IDENTITY_MEMBER.ACTIVE.isTrue()));
  }

  private static MemberView viewOf(IdentityMemberRecord row) {
    return new MemberView(
        row.getId(),
        row.getLogin(),
        row.getName(),
        row.getRole(),
        row.getActive(),
        row.getCreatedAt(),
        row.getVersion());
  }
}
