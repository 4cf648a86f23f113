package cn.wufei.exchange.identity;

import static cn.wufei.exchange.db.Tables.IDENTITY_SITE;

import cn.wufei.exchange.db.tables.records.IdentitySiteRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

@Singleton
class SiteViews {

  private final DSLContext sql;

  SiteViews(DSLContext sql) {
    this.sql = sql;
  }

  @Connectable
  Map<Id, SiteRef> refs(Collection<Id> ids) {
    return sql.selectFrom(IDENTITY_SITE)
        .where(IDENTITY_SITE.ID.in(ids))
        .fetchMap(IDENTITY_SITE.ID, SiteViews::refOf);
  }

  @Connectable
  List<SiteRef> refsOf(Id organisationId) {
    return sql.selectFrom(IDENTITY_SITE)
        .where(IDENTITY_SITE.ORGANISATION_ID.eq(organisationId))
        .orderBy(IDENTITY_SITE.ID)
        .fetch(SiteViews::refOf);
  }

  @Connectable
  Page<SiteView> page(Id organisationId, @Nullable Id before, int limit) {
    List<SiteView> rows =
        sql.selectFrom(IDENTITY_SITE)
            .where(IDENTITY_SITE.ORGANISATION_ID.eq(organisationId))
            .and(before == null ? DSL.noCondition() : IDENTITY_SITE.ID.lt(before))
            .orderBy(IDENTITY_SITE.ID.desc())
            .limit(limit + 1)
            .fetch(SiteViews::viewOf);
    return Page.ofSurplus(rows, limit, row -> row.id().toString());
  }

  private static SiteRef refOf(IdentitySiteRecord row) {
    return new SiteRef(
        row.getId(),
        row.getOrganisationId(),
        row.getName(),
        row.getNameEn(),
        row.getAdcode(),
        row.getLatitude(),
        row.getLongitude(),
        row.getRailSiding(),
        row.getWharf());
  }

  private static SiteView viewOf(IdentitySiteRecord row) {
    CoordinateSystem given = CoordinateSystem.ofCode(row.getGivenSystem());
    return new SiteView(
        row.getId(),
        row.getOrganisationId(),
        row.getName(),
        row.getNameEn(),
        row.getAdcode(),
        row.getLatitude(),
        row.getLongitude(),
        row.getAddress(),
        row.getRailSiding(),
        row.getWharf(),
        given,
        given.shiftM(row.getLatitude(), row.getLongitude()),
        row.getVersion());
  }
}
