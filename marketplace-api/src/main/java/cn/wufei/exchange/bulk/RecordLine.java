package cn.wufei.exchange.bulk;

import cn.wufei.exchange.http.FieldProblems;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
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
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sends one line through its use case. What it creates, the own number that names it and what
/// became of the line are written in one transaction, so that a line that was recorded is known as
/// such whatever happens next.
@Singleton
class RecordLine {

  private static final int ATTEMPTS_MAX = 60;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Writes writes;
  private final LineStore store;
  private final Validator validator;

  RecordLine(Writes writes, LineStore store, Validator validator) {
    this.writes = writes;
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

    ImportLine with(LineResult result, @Nullable Id subject) {
      return new ImportLine(
          sheet, place.line(), kind.key(), reference, result, subject, line.faults());
    }
  }

  /// What has become of the line.
  ///
  /// @param isWritten whether that is written down already, with what the line has created
  record Done(ImportLine line, boolean isWritten) {}

  <D> Done handle(Task<D> task) {
    validate(task);
    if (!task.line().faults().isEmpty()) {
      return new Done(task.with(LineResult.REFUSED, null), false);
    }
    String content = sha256(task.line().content());
    Caller caller = task.from().caller();
    LineStore.Known known =
        store.known(caller.organisationId(), task.kind().key(), task.reference());
    if (known != null && known.contentSha256().equals(content)) {
      return new Done(task.with(LineResult.IGNORED, known.subjectId()), false);
    }
    return record(task, content, known);
  }

  private <D> void validate(Task<D> task) {
    FieldProblems.of(validator.validate(task.draft()))
        .forEach(
            problem -> task.line().fault(problem.path(), problem.code(), problem.message(), null));
  }

  private <D> Done record(Task<D> task, String content, LineStore.@Nullable Known before) {
    LineStore.Known known = before;
    for (int attempt = 1; ; attempt++) {
      LineStore.Known there = known;
      AtomicReference<ImportLine> said = new AtomicReference<>();
      try {
        Outcome<ImportLine> outcome =
            writes.apart(
                task.kind().isPosting(),
                () -> {
                  Outcome<ImportLine> written = write(task, content, there);
                  if (task.from().dryRun()
                      && written instanceof Outcome.Done<ImportLine>(ImportLine line)) {
                    said.set(line);
                    return Outcome.refused(ImportRefusal.CHECKED_ONLY);
                  }
                  return written;
                });
        switch (outcome) {
          case Outcome.Done<ImportLine>(ImportLine line) -> {
            return new Done(line, true);
          }
          case Outcome.Refused<ImportLine> refused -> {
            if (refused.refusal() == ImportRefusal.CHECKED_ONLY) {
              return new Done(Objects.requireNonNull(said.get()), false);
            }
            if (refused.refusal() != LedgerRefusal.LEDGER_BUSY || attempt == ATTEMPTS_MAX) {
              return refused(task, refused);
            }
          }
        }
      } catch (RuntimeException e) {
        // Another import may have recorded the same number meanwhile: then it is known now.
        if (attempt > 2 || !Failures.isDuplicateKey(e)) {
          throw e;
        }
        known =
            store.known(task.from().caller().organisationId(), task.kind().key(), task.reference());
        continue;
      }
      pause();
    }
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
      Task<D> task, String content, LineStore.@Nullable Known known) {
    Caller caller = task.from().caller();
    ImportKind<D> kind = task.kind();
    Id owner = caller.organisationId();
    if (known == null) {
      Id existing = kind.existing(caller, task.reference());
      return existing == null
          ? kind.create(caller, task.draft())
              .map(id -> {
                store.insertKnown(
                    owner, kind.key(), task.reference(), new LineStore.Known(id, content));
                return kept(task, LineResult.CREATED, id);
              })
          : Outcome.done(kept(task, LineResult.IGNORED, existing));
    }
    if (known.contentSha256().equals(content)) {
      return Outcome.done(kept(task, LineResult.IGNORED, known.subjectId()));
    }
    return kind.change(caller, known.subjectId(), task.draft())
        .map(id -> {
          store.changeKnown(owner, kind.key(), task.reference(), content);
          return kept(task, LineResult.CHANGED, id);
        });
  }

  private <D> ImportLine kept(Task<D> task, LineResult result, Id subject) {
    ImportLine line = task.with(result, subject);
    store.insert(task.from().id(), List.of(new LineStore.Dealt(task.place(), line)));
    return line;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ledger was busy", e);
    }
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
