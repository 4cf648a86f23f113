package cn.wufei.exchange.searchfeed;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.document.DocumentKind;

/// Where documents of one kind come from.
public interface DocumentSource {

  DocumentKind kind();

  /// Puts the document of what is there now, in a transaction of its own. What is shown stays as it
  /// is, and so does its version.
  ///
  /// @return whether anything is there
  boolean putAgain(Id id);
}
