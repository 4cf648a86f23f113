package cn.wufei.exchange.stream;

import cn.wufei.exchange.bulk.ImportColumn;
import cn.wufei.exchange.bulk.ImportKind;
import cn.wufei.exchange.bulk.ImportRefusal;
import cn.wufei.exchange.bulk.Line;
import cn.wufei.exchange.bulk.OwnSites;
import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.gate.WasteDescription;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Waste streams from a table; a stream is known by its name.
@Singleton
class ImportStreams implements ImportKind<RegisterStream.Command> {

  private static final String NAME = "name";
  private static final String SITE = "siteId";
  private static final String MATERIAL = "materialKey";
  private static final String CLASS = "classCode";
  private static final String CODE = "code";
  private static final String SCHEME = "codeScheme";
  private static final String PROCESS = "process";

  private static final About ABOUT =
      new About(
          "streams",
          "固废流",
          "Streams",
          1,
          false,
          List.of(
              ImportColumn.text(NAME, "名称", "Name")
                  .needed()
                  .noted("本单位内不重复", "Not twice in your organisation"),
              ImportColumn.text(SITE, "厂址", "Site").needed().noted("厂址名称", "Name of the site"),
              ImportColumn.text(MATERIAL, "物料", "Material")
                  .needed()
                  .noted("目录中的物料名称", "Name of the material in the catalog"),
              ImportColumn.text(CLASS, "类别", "Class")
                  .noted(
                      "如 SW01；不填则取物料的常用类别",
                      "Such as SW01; the usual one of the material when empty"),
              ImportColumn.text(CODE, "废物代码", "Waste code"),
              ImportColumn.choice(
                      SCHEME,
                      "代码体系",
                      "Code scheme",
                      new ImportColumn.Choice(
                          WasteDescription.SCHEME_CATALOGUE,
                          "固体废物分类与代码目录",
                          "Solid waste catalogue"),
                      new ImportColumn.Choice(
                          WasteDescription.SCHEME_GENERAL_2020,
                          "GB/T 39198-2020",
                          "GB/T 39198-2020"),
                      new ImportColumn.Choice(
                          WasteDescription.SCHEME_HAZARDOUS,
                          "国家危险废物名录",
                          "National hazardous waste list"))
                  .noted("不填为固体废物分类与代码目录", "The solid waste catalogue when empty"),
              ImportColumn.text(PROCESS, "产生工序", "Process")));

  private final RegisterStream register;
  private final StreamRepository streams;
  private final OwnSites sites;
  private final Catalog catalog;

  ImportStreams(
      RegisterStream register, StreamRepository streams, OwnSites sites, Catalog catalog) {
    this.register = register;
    this.streams = streams;
    this.sites = sites;
    this.catalog = catalog;
  }

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Function<Line, RegisterStream.Command> reader(Caller caller) {
    Function<String, @Nullable Id> sitesByName = sites.byName(caller);
    return line -> {
      Id site = line.named(SITE, sitesByName, Line.NamedThing.SITE);
      Material material = line.named(MATERIAL, catalog::materialCalled, Line.NamedThing.MATERIAL);
      String classCode = line.optionalText(CLASS);
      String usual = material == null ? "" : material.classCode();
      return new RegisterStream.Command(
          site == null ? Line.NO_ID : site,
          material == null ? "" : material.key(),
          classCode == null ? usual : classCode,
          line.optionalText(CODE),
          line.optionalChoice(SCHEME),
          line.text(NAME),
          line.optionalText(PROCESS));
    };
  }

  @Override
  public Outcome<Id> create(Caller caller, RegisterStream.Command draft) {
    return register.handle(caller, draft).map(StreamViews.Stream::id);
  }

  @Override
  public @Nullable Outcome<Id> existing(Caller caller, RegisterStream.Command draft) {
    return streams
        .findByOrganisationIdAndName(caller.organisationId(), draft.name())
        .map(row -> sameAs(row, draft))
        .orElse(null);
  }

  /// An empty cell says nothing of the stream, as a table may have none of the columns that a line
  /// can do without.
  private static Outcome<Id> sameAs(StreamRow row, RegisterStream.Command draft) {
    if (!row.siteId().equals(draft.siteId())) {
      return Outcome.refused(ImportRefusal.LINE_CHANGED, SITE);
    }
    if (!row.materialKey().equals(draft.materialKey())) {
      return Outcome.refused(ImportRefusal.LINE_CHANGED, MATERIAL);
    }
    if (!row.classCode().equals(draft.classCode())) {
      return Outcome.refused(ImportRefusal.LINE_CHANGED, CLASS);
    }
    if (isOther(row.code(), draft.code())) {
      return Outcome.refused(ImportRefusal.LINE_CHANGED, CODE);
    }
    String scheme = Objects.requireNonNullElse(row.codeScheme(), WasteDescription.SCHEME_CATALOGUE);
    if (isOther(scheme, draft.codeScheme())) {
      return Outcome.refused(ImportRefusal.LINE_CHANGED, SCHEME);
    }
    return isOther(row.process(), draft.process())
        ? Outcome.refused(ImportRefusal.LINE_CHANGED, PROCESS)
        : Outcome.done(row.id());
  }

  private static boolean isOther(@Nullable String recorded, @Nullable String said) {
    return said != null && !said.equals(recorded);
  }
}
