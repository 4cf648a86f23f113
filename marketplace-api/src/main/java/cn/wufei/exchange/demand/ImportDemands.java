package cn.wufei.exchange.demand;

import cn.wufei.exchange.bulk.ImportColumn;
import cn.wufei.exchange.bulk.ImportKind;
import cn.wufei.exchange.bulk.ImportRefusal;
import cn.wufei.exchange.bulk.Line;
import cn.wufei.exchange.bulk.OwnSites;
import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.catalog.Use;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Demands from a table. One that was imported before gets the new terms; its site stays, and so do
/// its months, which a table cannot say.
@Singleton
class ImportDemands implements ImportKind<DemandDraft> {

  private static final String REFERENCE = "reference";
  private static final String SITE = "siteId";
  private static final String MATERIALS = "materialKeys";
  private static final String USE = "use";
  private static final String TITLE = "title";
  private static final String DESCRIPTION = "description";
  private static final String QUANTITY = "quantityT";
  private static final String LIMIT = "maxDeliveredYuanPerT";
  private static final String BASIS = "limitBasis";
  private static final String FROM = "neededFrom";
  private static final String TO = "neededTo";

  /// Stands between names, and in some.
  private static final String MARK = "、";

  /// No name of the catalog has more parts.
  private static final int PARTS_MAX = 4;

  private static final About ABOUT =
      new About(
          "demands",
          "需求",
          "Demands",
          6,
          false,
          List.of(
              ImportColumn.ownNumber(REFERENCE, "需求编号"),
              ImportColumn.text(SITE, "厂址", "Site").needed().noted("厂址名称", "Name of the site"),
              ImportColumn.text(MATERIALS, "可接受物料", "Accepted materials")
                  .needed()
                  .noted("目录中的名称，多个用“、”或“;”分开", "Names in the catalog, with ; between several"),
              ImportColumn.text(USE, "用途", "Use")
                  .needed()
                  .noted("目录中的用途名称", "Name of the use in the catalog"),
              ImportColumn.text(TITLE, "标题", "Title").needed(),
              ImportColumn.text(DESCRIPTION, "说明", "Description"),
              ImportColumn.tonnes(QUANTITY, "数量（吨）", "Quantity (t)").needed(),
              ImportColumn.number(LIMIT, "最高单价（元/吨）", "Highest price (yuan/t)").needed(),
              ImportColumn.choice(
                      BASIS,
                      "价格口径",
                      "Price basis",
                      new ImportColumn.Choice("delivered", "到厂", "delivered"),
                      new ImportColumn.Choice("ex-works", "出厂", "ex works"))
                  .noted("不填为到厂", "Delivered when empty"),
              ImportColumn.date(FROM, "需要起", "Needed from").needed(),
              ImportColumn.date(TO, "需要止", "Needed to").needed(),
              ImportColumn.ranges(
                  "每个指标一列，列名用目录中的名称；填范围或一端，如 38-42、≤10、≥5",
                  "A column for each parameter, named as in the catalog; a range or one end, such"
                      + " as 38-42, <=10, >=5")));

  private final PostDemand post;
  private final EditDemand edit;
  private final DemandStore store;
  private final OwnSites sites;
  private final Catalog catalog;

  ImportDemands(
      PostDemand post, EditDemand edit, DemandStore store, OwnSites sites, Catalog catalog) {
    this.post = post;
    this.edit = edit;
    this.store = store;
    this.sites = sites;
    this.catalog = catalog;
  }

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Function<Line, DemandDraft> reader(Caller caller) {
    Function<String, @Nullable Id> sitesByName = sites.byName(caller);
    return line -> {
      Id site = line.named(SITE, sitesByName, Line.NamedThing.SITE);
      Use use = line.named(USE, catalog::useCalled, Line.NamedThing.USE);
      List<String> materials = line.named(MATERIALS, this::materials, Line.NamedThing.MATERIAL);
      String basis = line.optionalChoice(BASIS);
      return new DemandDraft(
          site == null ? Line.NO_ID : site,
          materials == null ? List.of() : materials,
          use == null ? "" : use.key(),
          line.text(TITLE),
          line.optionalText(DESCRIPTION),
          line.kilograms(QUANTITY),
          line.number(LIMIT),
          basis == null ? null : PriceBasis.ofCode(basis),
          line.date(FROM),
          line.date(TO),
          ranges(line),
          null);
    };
  }

  /// Keys of all materials that are named, or nothing when one is unknown.
  private @Nullable List<String> materials(String names) {
    List<String> keys = new ArrayList<>();
    for (String some : names.split("[;；\\n]", -1)) {
      List<String> parts =
          Stream.of(some.split(MARK, -1)).map(String::strip).collect(Collectors.toList());
      while (!parts.isEmpty()) {
        String key = firstOf(parts);
        if (key == null) {
          return null;
        }
        keys.add(key);
      }
    }
    return keys;
  }

  /// The longest name of the catalog that the parts begin with, which they then lose: the mark that
  /// stands between names also stands in some of them, as in 渣钢、粒钢.
  private @Nullable String firstOf(List<String> parts) {
    for (int count = Math.min(parts.size(), PARTS_MAX); count > 0; count--) {
      List<String> first = parts.subList(0, count);
      Material material = catalog.materialCalled(String.join(MARK, first));
      if (material != null) {
        first.clear();
        return material.key();
      }
    }
    return null;
  }

  private static List<RequiredRange> ranges(Line line) {
    return line.ranges().stream()
        .map(range -> new RequiredRange(range.parameter(), range.min(), range.max(), range.basis()))
        .toList();
  }

  @Override
  public Outcome<Id> create(Caller caller, DemandDraft draft) {
    return post.handle(caller, draft).map(Demand::id);
  }

  /// Checked before the use case: the site is the one that was posted.
  @Override
  public Outcome<Id> change(Caller caller, Id id, DemandDraft draft) {
    DemandRow row = store.lockDemand(id);
    if (row == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (!row.siteId().equals(draft.siteId())) {
      return Outcome.refused(ImportRefusal.FIXED_ONCE_IMPORTED, SITE);
    }
    DemandTerms wanted = draft.terms();
    DemandTerms terms =
        new DemandTerms(
            wanted.materialKeys(),
            wanted.use(),
            wanted.title(),
            wanted.description(),
            wanted.quantityKg(),
            wanted.maxDeliveredYuanPerT(),
            wanted.limitBasis(),
            wanted.neededFrom(),
            wanted.neededTo(),
            wanted.ranges(),
            row.terms().months());
    return edit.handle(caller, id, row.version(), terms).map(Demand::id);
  }
}
