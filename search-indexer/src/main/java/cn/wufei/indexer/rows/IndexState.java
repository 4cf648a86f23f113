package cn.wufei.indexer.rows;

import org.jspecify.annotations.Nullable;

/// Which indices of a kind get every write.
///
/// @param generation rises when an index comes to be that must get every write
/// @param target the index that is filled beside the one in use; null when there is none
public record IndexState(long generation, @Nullable String target) {}
