package cn.wufei.exchange.sample;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.deal.Side;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done about a sample, from the first on, and the files that its parties attached.
@Serdeable
@Schema(name = "SampleCourse")
record SampleCourse(List<Event> events, List<File> files) {

  SampleCourse {
    events = List.copyOf(events);
    files = List.copyOf(files);
  }

  /// @param side who did it; absent where it was time
  /// @param member who of that side
  /// @param day that it says: by which it will be sent, on which it was sent or received
  /// @param text the reason of a refusal, a remark on receipt, what came of it
  @Serdeable
  @Schema(name = "SampleEvent")
  record Event(
      SampleAct act,
      @Nullable Side side,
      @Nullable String member,
      @Nullable LocalDate day,
      @Nullable String text,
      Instant at) {}

  /// A file, such as the laboratory's report, that one party has attached.
  @Serdeable
  @Schema(name = "SampleFile")
  record File(Side side, Attachment file) {}
}
