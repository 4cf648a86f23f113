package cn.wufei.exchange.identity;

import static cn.wufei.exchange.db.Tables.IDENTITY_MEMBER;
import static cn.wufei.exchange.db.Tables.IDENTITY_ORGANISATION;

import cn.wufei.exchange.db.tables.records.IdentityMemberRecord;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

@Singleton
class MemberViews {

  /// How many members are named at most.
  private static final int NAMED_MAX = 5;

  private final DSLContext sql;

  MemberViews(DSLContext sql) {
    this.sql = sql;
  }

  @Connectable
  Page<MemberView> page(Id organisationId, @Nullable Id before, int limit) {
    List<MemberView> rows =
        sql.selectFrom(IDENTITY_MEMBER)
            .where(IDENTITY_MEMBER.ORGANISATION_ID.eq(organisationId))
            .and(IDENTITY_MEMBER.PROGRAM.isFalse())
            .and(before == null ? DSL.noCondition() : IDENTITY_MEMBER.ID.lt(before))
            .orderBy(IDENTITY_MEMBER.ID.desc())
            .limit(limit + 1)
            .fetch(MemberViews::viewOf);
    return Page.ofSurplus(rows, limit, row -> row.id().toString());
  }

  /// People only: a program is nobody who could be asked.
  @Connectable
  List<String> namesOfOthers(Caller caller, Role granted) {
    List<String> roles =
        Arrays.stream(Role.values())
            .filter(role -> role.granted().contains(granted))
            .map(Role::code)
            .toList();
    return sql.select(IDENTITY_MEMBER.NAME)
        .from(IDENTITY_MEMBER)
        .where(IDENTITY_MEMBER.ORGANISATION_ID.eq(caller.organisationId()))
        .and(IDENTITY_MEMBER.ID.ne(caller.memberId()))
        .and(IDENTITY_MEMBER.ACTIVE.isTrue())
        .and(IDENTITY_MEMBER.PROGRAM.isFalse())
        .and(IDENTITY_MEMBER.ROLE.in(roles))
        .orderBy(IDENTITY_MEMBER.ID)
        .limit(NAMED_MAX)
        .fetch(IDENTITY_MEMBER.NAME);
  }

  @Connectable
  boolean isActive(Id member) {
    return sql.fetchExists(
        IDENTITY_MEMBER, IDENTITY_MEMBER.ID.eq(member).and(IDENTITY_MEMBER.ACTIVE.isTrue()));
  }

  @Connectable
  @Nullable Caller callerOf(Id member) {
    return sql.select(IDENTITY_MEMBER.ID, IDENTITY_MEMBER.ORGANISATION_ID, IDENTITY_MEMBER.ROLE)
        .from(IDENTITY_MEMBER)
        .where(IDENTITY_MEMBER.ID.eq(member))
        .and(IDENTITY_MEMBER.ACTIVE.isTrue())
        .fetchOne(row -> new Caller(row.value1(), row.value2(), Role.ofCode(row.value3())));
  }

  /// By id.
  @Connectable
  Map<Id, String> names(Collection<Id> members) {
    return sql.select(IDENTITY_MEMBER.ID, IDENTITY_MEMBER.NAME)
        .from(IDENTITY_MEMBER)
        .where(IDENTITY_MEMBER.ID.in(members))
        .fetchMap(IDENTITY_MEMBER.ID, IDENTITY_MEMBER.NAME);
  }

  /// By id, with the firm of those who are of none of the parties.
  @Connectable
  Map<Id, String> actorNames(Collection<Id> members, Collection<Id> parties) {
    return sql.select(
            IDENTITY_MEMBER.ID,
            IDENTITY_MEMBER.NAME,
            IDENTITY_MEMBER.ORGANISATION_ID,
            IDENTITY_ORGANISATION.NAME)
        .from(IDENTITY_MEMBER)
        .join(IDENTITY_ORGANISATION)
        .on(IDENTITY_ORGANISATION.ID.eq(IDENTITY_MEMBER.ORGANISATION_ID))
        .where(IDENTITY_MEMBER.ID.in(members))
        .fetchMap(
            IDENTITY_MEMBER.ID,
            row ->
                parties.contains(row.value3())
                    ? row.value2()
                    : row.value2() + "（" + row.value4() + "）");
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
