package cn.wufei.exchange.metrics;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a lot's tonnes, from the generation of its stream to their use.
///
/// @param reduced whether the reader sees only what concerns it
/// @param sums of the whole story, however much of it is told here; on the first page only
/// @param sources where the stream's tonnes came from, by generation year, oldest first; on the
///   first page only
/// @param items what became of them, newest record first
/// @param next asks for what was recorded before the last line
@Serdeable
record LotStory(
    Id lotId,
    String title,
    Id streamId,
    @Nullable String streamName,
    OrganisationRef producer,
    boolean reduced,
    @Nullable Sums sums,
    @Nullable List<Line> sources,
    List<Line> items,
    @Nullable String next) {

  @Serdeable
  @Schema(name = "LotStorySums")
  record Sums(
      long publishedKg,
      long reservedKg,
      long dispatchedKg,
      long receivedKg,
      long returnedKg,
      long usedKg) {}

  /// One step.
  ///
  /// @param occurredOn when it happened, of several postings the last
  /// @param generationYear where the line is about one
  /// @param party the receiver
  /// @param subjectNumber of the agreement or load, month of the use report
  /// @param rule by which the used tonnes were shared out
  /// @param postings that the kilograms are from, the newest first and of very many not all
  /// @param mayProve whether the reader may have those proofs
  @Serdeable
  @Schema(name = "LotStoryLine")
  record Line(
      StoryStep step,
      LocalDate occurredOn,
      Instant recordedAt,
      long kg,
      @Nullable Integer generationYear,
      @Nullable OrganisationRef party,
      Subject subject,
      Id subjectId,
      @Nullable String subjectNumber,
      @Nullable String rule,
      List<Long> postings,
      boolean mayProve) {}

  /// Which page tells more.
  @Serdeable
  @Schema(name = "LotStorySubject")
  enum Subject {
    @JsonProperty("stream")
    STREAM,
    @JsonProperty("lot")
    LOT,
    @JsonProperty("agreement")
    AGREEMENT,
    @JsonProperty("load")
    LOAD,
    @JsonProperty("use-report")
    USE_REPORT
  }
}
