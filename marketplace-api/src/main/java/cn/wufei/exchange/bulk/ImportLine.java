package cn.wufei.exchange.bulk;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has become of a line of a file.
///
/// @param sheet name of the sheet; empty for a CSV file
/// @param line number of the line as a spreadsheet shows it
/// @param kind empty when the sheet says nothing that can be imported
/// @param reference the firm's own number
/// @param subjectId what was created, changed or is there already
@Serdeable
@Schema(name = "ImportLine")
record ImportLine(
    String sheet,
    int line,
    String kind,
    @Nullable String reference,
    LineResult result,
    @Nullable Id subjectId,
    List<LineFault> faults) {

  ImportLine {
    faults = List.copyOf(faults);
  }

  /// Where a line stands in its file.
  ///
  /// @param sheet counts from 0
  record Place(int sheet, int line) {

    /// As many lines as a spreadsheet can have, 2^20, and room.
    static final int LINE_MAX = 2_000_000;

    private static final long LINES = 10_000_000;

    static Place ofCursor(long cursor) {
      return new Place((int) (cursor / LINES), (int) (cursor % LINES));
    }

    long cursor() {
      return sheet * LINES + line;
    }
  }
}
