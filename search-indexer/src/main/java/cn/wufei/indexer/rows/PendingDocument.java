package cn.wufei.indexer.rows;

import cn.wufei.indexer.document.DocumentKind;

/// A row on its way to the index. `revision` is both the external version in the index and what
/// tells whether the row was written again while it was on its way.
public record PendingDocument(DocumentKind kind, long number, long revision, String body) {}
