package cn.wufei.exchange.indexing;

import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.indexer.document.DocumentKind;
import java.util.Arrays;

/// An index as the API names it.
record Index(DocumentKind kind) {

  /// What the audit calls the subject of an act on an index as a whole.
  static final String SUBJECT = "search-index";

  static Outcome<Index> named(String code) {
    return Arrays.stream(DocumentKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .map(kind -> Outcome.done(new Index(kind)))
        .orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
  }

  /// An index has no row with an id; the audit needs one.
  Id number() {
    return Id.of(
        switch (kind) {
          case LOT -> 1;
          case DEMAND -> 2;
        });
  }
}
