package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A match that the caller's side does not want to see.
///
/// @param note in the caller's words, for its own side; needed for the reason `other`
@Serdeable
record DismissalDraft(
    @NotNull Id lotId,
    @NotNull Id demandId,
    @NotNull DismissalReason reason,
    @Nullable @Size(max = NOTE_MAX) String note) {

  static final int NOTE_MAX = 500;

  DismissalDraft {
    note = note == null || note.isBlank() ? null : note.strip();
  }
}
