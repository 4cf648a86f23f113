package cn.wufei.exchange.identity;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Objects;

/// The organisation itself, its sites, its members and its keys. Of how members sign in there is
/// nothing but the login.
@Factory
class IdentityTables {

  @Singleton
  ExportTable<Firm> organisation(OrganisationViews views, PolicyStore policies) {
    return new OwnTable<>(
        new ExportTable.Title(10, "organisation", "本单位", "Organisation"),
        new Columns<Firm>()
            .id("id", "标识", "Id", firm -> firm.view().id())
            .text("uscc", "统一社会信用代码", "Credit code", firm -> firm.view().uscc())
            .text("name", "名称", "Name", firm -> firm.view().name())
            .text("nameEn", "英文名称", "English name", firm -> firm.view().nameEn())
            .text("kind", "类型", "Kind", firm -> firm.view().kind())
            .text("adcode", "行政区划代码", "Division code", firm -> firm.view().adcode())
            .text("status", "状态", "Status", firm -> firm.view().status())
            .time("createdAt", "注册时间", "Signed up", firm -> firm.view().createdAt())
            .yesNo(
                "lotsReviewed", "发布前审核", "Lots are reviewed", firm -> firm.policy().lotsReviewed())
            .yuan(
                "approvalAbove",
                "内部审批起点",
                "Approval above",
                firm -> firm.policy().approvalAboveFen())
            .yesNo(
                "administratorsAlone",
                "管理员可单独办理",
                "Administrators alone",
                firm -> firm.policy().administratorsAlone()),
        (caller, sink) ->
            sink.accept(
                new Firm(
                    Objects.requireNonNull(views.find(caller.organisationId())),
                    policies.find(caller.organisationId()))));
  }

  /// The organisation, and how it wants its members to trade.
  record Firm(OrganisationView view, Policy policy) {}

  @Singleton
  ExportTable<SiteView> sites(SiteViews views) {
    return new OwnTable<>(
        new ExportTable.Title(20, "sites", "厂址", "Sites"),
        new Columns<SiteView>()
            .id("id", "标识", "Id", SiteView::id)
            .text("name", "名称", "Name", SiteView::name)
            .text("nameEn", "英文名称", "English name", SiteView::nameEn)
            .text("adcode", "行政区划代码", "Division code", SiteView::adcode)
            .text("address", "地址", "Address", SiteView::address)
            .number("latitude", "纬度(WGS-84)", "Latitude (WGS-84)", SiteView::latitude)
            .number("longitude", "经度(WGS-84)", "Longitude (WGS-84)", SiteView::longitude)
            .text(
                "givenSystem",
                "录入时坐标系",
                "Coordinates were given in",
                site -> site.givenSystem().code())
            .yesNo("railSiding", "铁路专用线", "Rail siding", SiteView::railSiding)
            .yesNo("wharf", "码头", "Wharf", SiteView::wharf),
        OwnTable.pieces(
            (caller, before, limit) -> views.page(caller.organisationId(), before, limit).items(),
            SiteView::id));
  }

  @Singleton
  ExportTable<MemberView> members(MemberViews views) {
    return new OwnTable<>(
        new ExportTable.Title(30, "members", "成员", "Members"),
        new Columns<MemberView>()
            .id("id", "标识", "Id", MemberView::id)
            .text("login", "登录名", "Login", MemberView::login)
            .text("name", "姓名", "Name", MemberView::name)
            .text("role", "角色", "Role", MemberView::role)
            .yesNo("active", "启用", "Active", MemberView::active)
            .time("createdAt", "加入时间", "Joined", MemberView::createdAt),
        OwnTable.pieces(
            (caller, before, limit) -> views.page(caller.organisationId(), before, limit).items(),
            MemberView::id));
  }

  /// What a key did stands under its member in the other tables.
  @Singleton
  ExportTable<KeyView> keys(KeyViews views) {
    return new OwnTable<>(
        new ExportTable.Title(40, "api-keys", "API 密钥", "API keys"),
        new Columns<KeyView>()
            .id("id", "标识", "Id", KeyView::id)
            .id("memberId", "成员标识", "Member id", KeyView::memberId)
            .text("name", "名称", "Name", KeyView::name)
            .text("role", "权限范围", "Scope", KeyView::role)
            .text("hint", "密钥末四位", "Last four characters", KeyView::hint)
            .text("status", "状态", "Status", KeyView::status)
            .text("createdBy", "创建人", "Made by", KeyView::createdBy)
            .time("createdAt", "创建时间", "Made", KeyView::createdAt)
            .day("expiresOn", "有效期至", "Last day", KeyView::expiresOn)
            .time("lastUsedAt", "最近使用", "Last used", KeyView::lastUsedAt)
            .time("revokedAt", "吊销时间", "Revoked", KeyView::revokedAt),
        OwnTable.pieces(
            (caller, before, limit) -> views.page(caller.organisationId(), before, limit).items(),
            KeyView::id));
  }
}
