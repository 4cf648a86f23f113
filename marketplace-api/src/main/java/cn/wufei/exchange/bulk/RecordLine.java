package cn.wufei.exchange.bulk;

import cn.wufei.exchange.http.FieldProblems;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.BlockCommitter;
import cn.wufei.exchange.ledger.LedgerRefusal;
import cn.wufei.exchange.sql.Failures;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Sends one line through its use case. What it creates, the own number that names it and what
/// became of the line are written in one transaction, so that a line that was recorded is known as
/// such whatever happens next.
@Singleton
class RecordLine {

  private static final int ATTEMPTS_MAX = 5;

  private final Writes writes;
  private final BlockCommitter blocks;
  private final LineStore store;
  private final Validator validator;

  RecordLine(Writes writes, BlockCommitter blocks, LineStore store, Validator validator) {
    this.writes = writes;
    this.blocks = blocks;
    this.store = store;
    this.validator = validator;
  }

  /// A line that was read without a fault.
  ///
  /// @param reference the firm's own number
  record Task<D>(
      ImportRow from,
      ImportKind<D> kind,
      ImportLine.Place place,
      String sheet,
      String reference,
      Line line,
      D draft) {

    /// What tells whether the line says what it said before.
    String content() {
      return sha256(line.content());
    }

    /// The line as refused for a reason that lies with the exchange.
    Done failed() {
      line.fault("", FaultCode.INTERNAL_ERROR);
      return new Done(with(LineResult.REFUSED, null), false);
    }

    ImportLine with(LineResult result, @Nullable Id subject) {
      return new ImportLine(
          sheet, place.line(), kind.key(), reference, result, subject, line.faults());
    }
  }

  /// What has become of the line.
  ///
  /// @param isWritten whether that is written down already, with what the line has created
  record Done(ImportLine line, boolean isWritten) {}

  /// Records a line that does not post.
  <D> Done handle(Task<D> task) {
    LineStore.Known known = known(task);
    Done settled = settled(task, known);
    if (settled != null) {
      return settled;
    }
    for (int attempt = 1; ; attempt++) {
      LineStore.Known there = known;
      Wanted wanted = new Wanted();
      try {
        return done(task, wanted, writes.apart(false, () -> write(task, there, wanted)));
      } catch (RuntimeException e) {
        // Another has recorded the same number, or the same line, meanwhile.
        if (attempt == ATTEMPTS_MAX || !Failures.isDuplicateKey(e)) {
          throw e;
        }
        Done dealt = dealtWith(task);
        if (dealt != null) {
          return dealt;
        }
        known = known(task);
      }
    }
  }

  /// What has become of a line with which another instance has dealt, if one has.
  @Nullable Done dealtWith(Task<?> task) {
    ImportLine dealt = store.find(task.from(), task.place());
    return dealt == null ? null : new Done(dealt, true);
  }

  /// Has a line that posts recorded in the next block, after those that were begun before. Nothing
  /// when the ledger is busy for longer than the patience.
  <D> @Nullable Begun<D> begin(Task<D> task, FileOrder order, Duration patience) {
    LineStore.Known known = known(task);
    Done settled = settled(task, known);
    if (settled != null) {
      return new Begun<>(task, new Wanted(), null, settled);
    }
    Wanted wanted = new Wanted();
    CompletableFuture<Outcome<ImportLine>> answer =
        blocks.begin(() -> order.inTurn(task.place(), () -> write(task, known, wanted)), patience);
    return answer == null
        ? null
        : new Begun<>(task, wanted, answer.whenComplete(noting(task.place(), order)), null);
  }

  /// A block may fail as a whole when the work of its lines is done; then they are recorded one
  /// after another, and those behind one that fails are to know it in time.
  private static <T> BiConsumer<T, @Nullable Throwable> noting(
      ImportLine.Place place, FileOrder order) {
    return (_, failure) -> {
      if (failure != null) {
        order.failed(place);
      }
    };
  }

  /// What has become of a line that was begun; nothing when it is to be begun again.
  <D> @Nullable Done await(Begun<D> begun) {
    if (begun.settled() != null) {
      return begun.settled();
    }
    try {
      Outcome<ImportLine> outcome = Objects.requireNonNull(begun.answer()).join();
      return isPassing(outcome) ? null : done(begun.task(), begun.wanted(), outcome);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /// Whether it says nothing of the line.
  private static boolean isPassing(Outcome<ImportLine> outcome) {
    return outcome instanceof Outcome.Refused<ImportLine> refused
        && (refused.refusal() == ImportRefusal.EARLIER_LINE_FAILED
            || refused.refusal() == LedgerRefusal.LEDGER_BUSY);
  }

  /// A line that was begun.
  ///
  /// @param settled what has become of it, when nothing had to be recorded
  record Begun<D>(
      Task<D> task,
      Wanted wanted,
      @Nullable CompletableFuture<Outcome<ImportLine>> answer,
      @Nullable Done settled) {}

  /// What a line that is only checked would have become, whose transaction is rolled back.
  static final class Wanted {
    private final AtomicReference<ImportLine> line = new AtomicReference<>();
  }

  private <D> LineStore.@Nullable Known known(Task<D> task) {
    return store.known(task.from().caller().organisationId(), task.kind().key(), task.reference());
  }

  /// What is known of a line without recording it.
  private <D> @Nullable Done settled(Task<D> task, LineStore.@Nullable Known known) {
    FieldProblems.of(validator.validate(task.draft()))
        .forEach(
            problem -> task.line().fault(problem.path(), problem.code(), problem.message(), null));
    if (!task.line().faults().isEmpty()) {
      return new Done(task.with(LineResult.REFUSED, null), false);
    }
    return known != null && known.contentSha256().equals(task.content())
        ? new Done(task.with(LineResult.IGNORED, known.subjectId()), false)
        : null;
  }

  private static <D> Done done(Task<D> task, Wanted wanted, Outcome<ImportLine> outcome) {
    return switch (outcome) {
      case Outcome.Done<ImportLine>(ImportLine line) -> new Done(line, true);
      case Outcome.Refused<ImportLine> refused ->
          refused.refusal() == ImportRefusal.CHECKED_ONLY
              ? new Done(Objects.requireNonNull(wanted.line.get()), false)
              : refused(task, refused);
    };
  }

  private static <D> Done refused(Task<D> task, Outcome.Refused<?> refused) {
    String field = refused.field();
    task.line()
        .fault(
            field == null ? "" : field,
            refused.refusal().code(),
            refused.refusal().sentence(),
            refused.facts().isEmpty() ? null : refused.facts());
    return new Done(task.with(LineResult.REFUSED, null), false);
  }

  /// @param known what the own number named a moment ago; should it name something else by now, a
  ///   duplicate key says so
  private <D> Outcome<ImportLine> write(
      Task<D> task, LineStore.@Nullable Known known, Wanted wanted) {
    Outcome<ImportLine> written = known == null ? create(task) : change(task, known);
    if (task.from().dryRun() && written instanceof Outcome.Done<ImportLine>(ImportLine line)) {
      wanted.line.set(line);
      return Outcome.refused(ImportRefusal.CHECKED_ONLY);
    }
    return written;
  }

  private <D> Outcome<ImportLine> create(Task<D> task) {
    Caller caller = task.from().caller();
    Outcome<Id> existing = task.kind().existing(caller, task.draft());
    if (existing != null) {
      return existing.map(id -> kept(task, LineResult.IGNORED, id));
    }
    return task.kind()
        .create(caller, task.draft())
        .map(id -> {
          store.insertKnown(
              caller.organisationId(),
              task.kind().key(),
              task.reference(),
              new LineStore.Known(id, task.content()));
          return kept(task, LineResult.CREATED, id);
        });
  }

  private <D> Outcome<ImportLine> change(Task<D> task, LineStore.Known known) {
    Caller caller = task.from().caller();
    return task.kind()
        .change(caller, known.subjectId(), task.draft())
        .map(id -> {
          store.changeKnown(
              caller.organisationId(), task.kind().key(), task.reference(), task.content());
          return kept(task, LineResult.CHANGED, id);
        });
  }

  private <D> ImportLine kept(Task<D> task, LineResult result, Id subject) {
    ImportLine line = task.with(result, subject);
    store.insert(task.from(), List.of(new LineStore.Dealt(task.place(), line)));
    return line;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
