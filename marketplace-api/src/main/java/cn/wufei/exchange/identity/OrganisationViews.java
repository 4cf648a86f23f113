package cn.wufei.exchange.identity;

import static cn.wufei.exchange.db.Tables.IDENTITY_ORGANISATION;

import cn.wufei.exchange.db.tables.records.IdentityOrganisationRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

@Singleton
class OrganisationViews {

  private final DSLContext sql;

  OrganisationViews(DSLContext sql) {
    this.sql = sql;
  }

  @Connectable
  Map<Id, OrganisationRef> refs(Collection<Id> ids) {
    return sql.selectFrom(IDENTITY_ORGANISATION)
        .where(IDENTITY_ORGANISATION.ID.in(ids))
        .fetchMap(IDENTITY_ORGANISATION.ID, OrganisationViews::refOf);
  }

  /// Holds the organisation's row until the transaction ends.
  @Connectable
  void lockRow(Id id) {
    sql.select(IDENTITY_ORGANISATION.ID)
        .from(IDENTITY_ORGANISATION)
        .where(IDENTITY_ORGANISATION.ID.eq(id))
        .forUpdate()
        .fetch();
  }

  @Connectable
  @Nullable OrganisationView find(Id id) {
    return sql.selectFrom(IDENTITY_ORGANISATION)
        .where(IDENTITY_ORGANISATION.ID.eq(id))
        .fetchOne(OrganisationViews::viewOf);
  }

  @Connectable
  Page<OrganisationView> page(@Nullable OrganisationStatus status, @Nullable Id before, int limit) {
    List<OrganisationView> rows =
        sql.selectFrom(IDENTITY_ORGANISATION)
            .where(
                status == null ? DSL.noCondition() : IDENTITY_ORGANISATION.STATUS.eq(status.code()))
            .and(before == null ? DSL.noCondition() : IDENTITY_ORGANISATION.ID.lt(before))
            .orderBy(IDENTITY_ORGANISATION.ID.desc())
            .limit(limit + 1)
            .fetch(OrganisationViews::viewOf);
    return Page.ofSurplus(rows, limit, row -> row.id().toString());
  }

  /// Verified firms whose name has the part in it, in capitals or not, or whose credit code it is,
  /// those with the shortest names first, to which the part comes nearest.
  @Connectable
  List<OrganisationRef> verifiedFirms(String part, int limit) {
    String code = Uscc.normalised(part);
    Condition named =
        IDENTITY_ORGANISATION
            .NAME
            .containsIgnoreCase(part)
            .or(IDENTITY_ORGANISATION.NAME_EN.containsIgnoreCase(part));
    return sql.selectFrom(IDENTITY_ORGANISATION)
        .where(IDENTITY_ORGANISATION.STATUS.eq(OrganisationStatus.VERIFIED.code()))
        .and(
            IDENTITY_ORGANISATION.KIND.in(
                Stream.of(OrganisationKind.values())
                    .filter(OrganisationKind::isFirm)
                    .map(OrganisationKind::code)
                    .toList()))
        .and(Uscc.isValid(code) ? named.or(IDENTITY_ORGANISATION.USCC.eq(code)) : named)
        .orderBy(
            DSL.charLength(IDENTITY_ORGANISATION.NAME),
            IDENTITY_ORGANISATION.NAME,
            IDENTITY_ORGANISATION.ID)
        .limit(limit)
        .fetch(OrganisationViews::refOf);
  }

  @Connectable
  int countPending() {
    return sql.fetchCount(IDENTITY_ORGANISATION, isPending());
  }

  /// The oldest first.
  @Connectable
  List<PendingOrganisation> pagePending(@Nullable Id after, int limit) {
    return sql.selectFrom(IDENTITY_ORGANISATION)
        .where(isPending())
        .and(after == null ? DSL.noCondition() : IDENTITY_ORGANISATION.ID.gt(after))
        .orderBy(IDENTITY_ORGANISATION.ID)
        .limit(limit)
        .fetch(row -> new PendingOrganisation(refOf(row), row.getUscc(), row.getCreatedAt()));
  }

  private static Condition isPending() {
    return IDENTITY_ORGANISATION.STATUS.eq(OrganisationStatus.PENDING.code());
  }

  private static OrganisationRef refOf(IdentityOrganisationRecord row) {
    return new OrganisationRef(
        row.getId(),
        row.getName(),
        row.getNameEn(),
        row.getKind(),
        row.getStatus(),
        row.getAdcode(),
        row.getDemo());
  }

  private static OrganisationView viewOf(IdentityOrganisationRecord row) {
    return new OrganisationView(
        row.getId(),
        row.getUscc(),
        row.getName(),
        row.getNameEn(),
        row.getKind(),
        row.getAdcode(),
        row.getStatus(),
        row.getDemo(),
        row.getCreatedAt(),
        row.getVersion());
  }
}
