package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.MaterialUse;
import java.util.List;

/// Which materials may not go into which uses. A pair that nobody has checked does not keep a trade
/// from being shown.
final class Forbidden {

  private static final String FORBIDDEN = "forbidden";
  private static final String UNVERIFIED = "unverified";

  private Forbidden() {}

  static boolean is(Catalog catalog, String materialKey, String use) {
    MaterialUse pair = catalog.materialUse(materialKey, use);
    return pair != null && holds(pair);
  }

  static List<String> usesOf(Catalog catalog, String materialKey) {
    return catalog.materialUses().stream()
        .filter(pair -> pair.materialKey().equals(materialKey) && holds(pair))
        .map(MaterialUse::use)
        .toList();
  }

  static List<String> materialsOf(Catalog catalog, String use) {
    return catalog.materialUses().stream()
        .filter(pair -> pair.use().equals(use) && holds(pair))
        .map(MaterialUse::materialKey)
        .toList();
  }

  private static boolean holds(MaterialUse pair) {
    return pair.verdict().equals(FORBIDDEN) && !pair.verified().equals(UNVERIFIED);
  }
}
