package cn.wufei.indexer.intake;

import cn.wufei.indexer.document.DocumentKind;

/// A row that waits. `revision` is both the external version in the index and what tells whether
/// the row was written again while it was on its way.
record PendingDocument(DocumentKind kind, long number, long revision, String body) {}
