package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Outcome;

/// Which parts belong to an entry of which kind.
final class EntryRules {

  private EntryRules() {}

  /// Checked in this order: the generation year belongs here and is not too late, the counterparty
  /// belongs here and is named, the other stream belongs here and is named.
  static Outcome<RecordEntry.Command> check(RecordEntry.Command command) {
    Integer year = command.generationYear();
    if (year != null && command.kind() != EntryKind.OPENING_STOCK) {
      return Outcome.refused(StreamRefusal.GENERATION_YEAR_NOT_ALLOWED, "generationYear");
    }
    if (year != null && year > command.occurredOn().getYear()) {
      return Outcome.refused(StreamRefusal.GENERATION_YEAR_TOO_LATE, "generationYear");
    }
    Counterparty counterparty = command.counterparty();
    if (counterparty != null && !command.kind().namesCounterparty()) {
      return Outcome.refused(StreamRefusal.COUNTERPARTY_NOT_ALLOWED, "counterparty");
    }
    if (command.kind().namesCounterparty() && (counterparty == null || !counterparty.isNamed())) {
      return Outcome.refused(StreamRefusal.COUNTERPARTY_NEEDED, "counterparty.name");
    }
    boolean isMove = command.kind() == EntryKind.SITE_MOVE;
    if (command.toStreamId() != null && !isMove) {
      return Outcome.refused(StreamRefusal.TARGET_NOT_ALLOWED, "toStreamId");
    }
    return command.toStreamId() == null && isMove
        ? Outcome.refused(StreamRefusal.TARGET_NEEDED, "toStreamId")
        : Outcome.done(command);
  }

  /// Whether tonnes can be moved between the two streams: another place, the same material.
  static Outcome<StreamRow> movable(StreamRow from, StreamRow to) {
    if (from.siteId().equals(to.siteId())) {
      return Outcome.refused(StreamRefusal.TARGET_AT_SAME_SITE, "toStreamId");
    }
    return from.materialKey().equals(to.materialKey())
        ? Outcome.done(to)
        : Outcome.refused(StreamRefusal.TARGET_OF_OTHER_MATERIAL, "toStreamId");
  }
}
