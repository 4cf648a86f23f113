package cn.wufei.indexer.rows;

/// What a comparison found and did.
///
/// @param documents what the index is to have: in flight and set aside are left out
/// @param indexed what the index has
/// @param missing the index lacks them
/// @param older the index has an earlier state of them
/// @param newer the index has a later state than the database
/// @param surplus the index has them and the database does not
/// @param mended how many of these were put right or on their way
public record ComparisonResult(
    long documents,
    long indexed,
    long missing,
    long older,
    long newer,
    long surplus,
    long mended,
    long tookMs) {

  public long differences() {
    return missing + older + newer + surplus;
  }
}
