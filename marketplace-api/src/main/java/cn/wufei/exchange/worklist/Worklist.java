package cn.wufei.exchange.worklist;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits for the caller, by kind, without the kinds of which nothing does.
///
/// @param dueCount how many things somebody waits for or a book needs; hints are not counted
@Serdeable
@Schema(name = "Worklist")
record Worklist(int dueCount, List<Group> groups) {

  Worklist {
    groups = List.copyOf(groups);
  }

  /// @param due whether somebody waits for it or a book needs it; otherwise it is a hint
  /// @param count how many there are
  /// @param more whether there may be more than `count`
  /// @param items the first of them, as many as were asked for
  /// @param next the cursor for those that follow, absent when these are all
  @Serdeable
  @Schema(name = "WorkGroup")
  record Group(
      WorkKind kind,
      boolean due,
      int count,
      boolean more,
      List<WorkItem> items,
      @Nullable String next) {

    Group {
      items = List.copyOf(items);
    }
  }
}
