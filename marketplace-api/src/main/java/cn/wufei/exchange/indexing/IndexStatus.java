package cn.wufei.exchange.indexing;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How it stands with the index of one kind.
///
/// @param kind `lot` or `demand`
/// @param documents all that the database has
/// @param waiting those that the index does not have yet in their present state
/// @param setAside those that the index refuses
/// @param indexed all that the index has; absent while Elasticsearch is away
/// @param comparisonRequested somebody asked to compare, and it has not been done yet
/// @param comparison the last one; absent before the first
@Serdeable
@Schema(name = "SearchIndexStatus")
record IndexStatus(
    String kind,
    long documents,
    long waiting,
    @Nullable Instant waitingSince,
    long setAside,
    @Nullable Long indexed,
    boolean comparisonRequested,
    @Nullable Comparison comparison,
    Rebuild rebuild) {

  IndexStatus withIndexed(@Nullable Long count) {
    return new IndexStatus(
        kind,
        documents,
        waiting,
        waitingSince,
        setAside,
        count,
        comparisonRequested,
        comparison,
        rebuild);
  }

  /// What a comparison found; documents in flight or set aside are left out.
  ///
  /// @param missing the index lacked them
  /// @param older the index had an earlier state of them
  /// @param newer the index had a later state than the database, which was restored
  /// @param surplus the index had them and the database did not
  /// @param mended how many of these were put right or on their way
  @Serdeable
  @Schema(name = "SearchIndexComparison")
  record Comparison(
      Instant comparedAt,
      long tookMs,
      long documents,
      long indexed,
      long missing,
      long older,
      long newer,
      long surplus,
      long mended) {}

  /// The rebuild that is under way, or the last one.
  ///
  /// @param state `idle`, `requested`, `filling` or `checking`
  /// @param reason `requested` by an operator, or another `definition` of the index; absent before
  ///   the first
  /// @param scanned how many of `total` documents are in the new index
  @Serdeable
  @Schema(name = "SearchIndexRebuild")
  record Rebuild(
      String state,
      @Nullable String reason,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      long scanned,
      long total) {

    boolean isUnderWay() {
      return !state.equals("idle");
    }
  }

  @Serdeable
  @Schema(name = "SearchIndexStatusList")
  record All(List<IndexStatus> items) {}
}
