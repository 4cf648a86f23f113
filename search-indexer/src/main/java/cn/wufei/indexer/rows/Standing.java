package cn.wufei.indexer.rows;

/// What the database says of a document.
///
/// @param setAside the index refuses it, so that what the index has is an earlier state or nothing
public record Standing(long revision, boolean setAside) {}
