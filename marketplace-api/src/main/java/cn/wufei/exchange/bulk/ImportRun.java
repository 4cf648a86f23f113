package cn.wufei.exchange.bulk;

import cn.wufei.exchange.bulk.table.TableRow;
import cn.wufei.exchange.bulk.table.TableSheet;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One reading of a file. Lines are read by one thread and recorded by several; sheets are taken
/// one after another, since later ones name what earlier ones create.
final class ImportRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

  /// Lines that do not post hold a connection each, and the pool is there for people first.
  private static final int OTHERS_AT_ONCE = 4;

  private static final int REFERENCE_MAX = 100;
  private static final int SHEET_NAME_MAX = 100;
  private static final Duration BETWEEN_RENEWALS = Duration.ofMillis(500);

  private final ImportRow row;
  private final Id instance;
  private final int linesTotal;
  private final Tools tools;
  private final BooleanSupplier stopping;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final RunResults results;
  private final Map<String, Set<String>> references = new HashMap<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private Instant renewedAt = Instant.MIN;

  /// How a reading ended.
  enum Ending {
    ALL_DONE,
    /// The firm has cancelled it, or shut out who began it; or another instance has it, which will
    /// notice itself.
    TO_BE_ENDED,
    /// The instance goes down.
    GIVEN_BACK
  }

  /// What a reading needs of the application.
  record Tools(
      ImportStore store,
      LineStore lines,
      ImportKinds kinds,
      RecordLine record,
      Headings headings,
      Organisations organisations,
      Clock clock) {}

  ImportRun(ImportRow row, Id instance, int linesTotal, Tools tools, BooleanSupplier stopping) {
    this.row = row;
    this.instance = instance;
    this.linesTotal = linesTotal;
    this.tools = tools;
    this.stopping = stopping;
    this.results = new RunResults(row, tools.lines());
  }

  /// @throws TableSheet.UnreadableLine where the file is damaged; what came before is recorded
  Ending run(List<TableSheet> sheets) {
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      TableSheet sheet = sheets.get(i);
      if (!TemplateWorkbook.NOTES.contains(sheet.name())) {
        tables.add(new Table(i, sheet, kindOf(sheet)));
      }
    }
    tables.sort(Comparator.comparingInt(Table::place));
    if (!renewed()) {
      return Ending.TO_BE_ENDED;
    }
    for (Table table : tables) {
      Ending ending;
      try {
        ending = read(table);
      } finally {
        results.flush();
      }
      if (ending != Ending.ALL_DONE) {
        return ending;
      }
    }
    return renewed() ? Ending.ALL_DONE : Ending.TO_BE_ENDED;
  }

  /// @param kind nothing when the name of the sheet says none
  private record Table(int number, TableSheet sheet, @Nullable ImportKind<?> kind) {

    int place() {
      return kind == null ? Integer.MAX_VALUE : kind.place();
    }

    String name() {
      return shortened(sheet.name(), SHEET_NAME_MAX);
    }
  }

  private @Nullable ImportKind<?> kindOf(TableSheet sheet) {
    String given = row.kind();
    return given == null ? tools.kinds().named(sheet.name()) : tools.kinds().find(given);
  }

  private Ending read(Table table) {
    ImportKind<?> kind = table.kind();
    try (Stream<TableRow> rows = table.sheet().rows()) {
      Iterator<TableRow> filled = rows.filter(line -> !line.isEmpty()).iterator();
      if (!filled.hasNext()) {
        return Ending.ALL_DONE;
      }
      TableRow titles = filled.next();
      if (kind == null) {
        LineFault fault =
            new LineFault(
                "", "", FaultCode.SHEET_UNKNOWN.code(), FaultCode.SHEET_UNKNOWN.sentence(), null);
        refuse(table, titles.number(), "", null, List.of(fault));
        return Ending.ALL_DONE;
      }
      Heading heading = tools.headings().of(titles, kind);
      if (!heading.faults().isEmpty()) {
        refuse(table, titles.number(), kind.key(), null, heading.faults());
        return Ending.ALL_DONE;
      }
      return read(table, kind, heading, filled);
    }
  }

  private <D> Ending read(
      Table table, ImportKind<D> kind, Heading heading, Iterator<TableRow> rows) {
    Opened<D> opened = new Opened<>(table, kind, heading, kind.reader(row.caller()));
    Semaphore places = new Semaphore(OTHERS_AT_ONCE);
    PostingLines posting =
        new PostingLines(tools.record(), stopping, results::dealt, this::unexpected);
    Ending ending = Ending.ALL_DONE;
    try {
      int last = 0;
      while (ending == Ending.ALL_DONE && rows.hasNext()) {
        TableRow next = rows.next();
        requireOrder(last, next.number());
        last = next.number();
        RecordLine.Task<D> task = task(opened, next);
        if (task != null && kind.isPosting()) {
          posting.add(task);
        } else if (task != null) {
          recordBeside(task, places);
        }
        ending = goingOn();
      }
    } finally {
      // All that were begun come to their end.
      posting.awaitAll();
      places.acquireUninterruptibly(OTHERS_AT_ONCE);
    }
    requireNoFailure();
    return stopping.getAsBoolean() ? Ending.GIVEN_BACK : ending;
  }

  /// A table whose headings were understood.
  private record Opened<D>(
      Table table, ImportKind<D> kind, Heading heading, Function<Line, D> reader) {}

  /// What became of a line is kept under its number.
  private static void requireOrder(int last, int next) {
    if (next <= last || next > ImportLine.Place.LINE_MAX) {
      throw new TableSheet.UnreadableLine(
          new IllegalStateException("line " + next + " after line " + last));
    }
  }

  private void requireNoFailure() {
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  private Ending goingOn() {
    if (stopping.getAsBoolean()) {
      return Ending.GIVEN_BACK;
    }
    requireNoFailure();
    boolean isDue = renewedAt.isBefore(now().minus(BETWEEN_RENEWALS));
    return !isDue || renewed() ? Ending.ALL_DONE : Ending.TO_BE_ENDED;
  }

  /// The line as it is recorded; nothing when it has been dealt with.
  private <D> RecordLine.@Nullable Task<D> task(Opened<D> opened, TableRow cells) {
    ImportKind<D> kind = opened.kind();
    Heading heading = opened.heading();
    Line line = new Line(heading, heading.cells(cells), results::isExpectedStream);
    String reference = line.text(kind.columns().getFirst().key());
    boolean isFirst = references.computeIfAbsent(kind.key(), _ -> new HashSet<>()).add(reference);
    ImportLine.Place place = new ImportLine.Place(opened.table().number(), cells.number());
    if (results.has(place)) {
      return null;
    }
    FaultCode unreadable = unreadable(heading, cells, reference, isFirst);
    if (unreadable != null) {
      LineFault fault = heading.fault(columnOf(kind, unreadable), unreadable);
      String shown = shortened(reference, REFERENCE_MAX);
      refuse(opened.table(), cells.number(), kind.key(), shown, List.of(fault));
      return null;
    }
    D draft;
    try {
      draft = opened.reader().apply(line);
    } catch (RuntimeException e) {
      requireLastAttempt(place, e);
      LineFault fault = heading.fault("", FaultCode.INTERNAL_ERROR);
      refuse(opened.table(), cells.number(), kind.key(), reference, List.of(fault));
      return null;
    }
    RecordLine.Task<D> task =
        new RecordLine.Task<>(row, kind, place, opened.table().name(), reference, line, draft);
    if (line.faults().isEmpty()) {
      return task;
    }
    LineResult result = line.isAwaiting() ? LineResult.UNCHECKED : LineResult.REFUSED;
    results.dealt(task, new RecordLine.Done(task.with(result, null), false));
    return null;
  }

  private void recordBeside(RecordLine.Task<?> task, Semaphore places) {
    places.acquireUninterruptibly();
    workers.execute(() -> {
      try {
        results.dealt(task, handled(task));
      } catch (RuntimeException e) {
        failure.compareAndSet(null, e);
      } catch (Error e) {
        failure.compareAndSet(null, new IllegalStateException("a line could not be recorded", e));
        throw e;
      } finally {
        places.release();
      }
    });
  }

  private RecordLine.Done handled(RecordLine.Task<?> task) {
    try {
      return tools.record().handle(task);
    } catch (RuntimeException e) {
      return unexpected(task, e);
    }
  }

  private RecordLine.Done unexpected(RecordLine.Task<?> task, RuntimeException failed) {
    requireLastAttempt(task.place(), failed);
    return task.failed();
  }

  /// What fails in one line may be over on another attempt, and so the reading breaks off; on the
  /// last one that line is left out, and the others are recorded.
  private void requireLastAttempt(ImportLine.Place place, RuntimeException failed) {
    if (row.attempts() < ImportRuns.ATTEMPTS_MAX) {
      throw failed;
    }
    LOG.warn(
        "Line {} of sheet {} of import {} cannot be recorded",
        place.line(),
        place.sheet(),
        row.id(),
        failed);
  }

  private static @Nullable FaultCode unreadable(
      Heading heading, TableRow cells, String reference, boolean isFirst) {
    if (cells.isMerged()) {
      return FaultCode.CELL_MERGED;
    }
    if (heading.isExceededBy(cells)) {
      return FaultCode.LINE_MALFORMED;
    }
    if (reference.length() > REFERENCE_MAX) {
      return FaultCode.REFERENCE_TOO_LONG;
    }
    return isFirst || reference.isEmpty() ? null : FaultCode.REFERENCE_REPEATED;
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static String columnOf(ImportKind<?> kind, FaultCode fault) {
    return fault == FaultCode.REFERENCE_REPEATED || fault == FaultCode.REFERENCE_TOO_LONG
        ? kind.columns().getFirst().key()
        : "";
  }

  private void refuse(
      Table table, int line, String kind, @Nullable String reference, List<LineFault> faults) {
    ImportLine.Place place = new ImportLine.Place(table.number(), line);
    if (results.has(place)) {
      return;
    }
    results.note(
        new LineStore.Dealt(
            place,
            new ImportLine(table.name(), line, kind, reference, LineResult.REFUSED, null, faults)));
  }

  private boolean renewed() {
    results.flush();
    Instant now = now();
    renewedAt = now;
    return tools.organisations().stillActs(row.caller())
        && tools
            .store()
            .renew(row.id(), instance, linesTotal, results.counts(), now.plus(RunImports.LEASE));
  }

  private Instant now() {
    return Instant.now(tools.clock()).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public void close() {
    workers.close();
  }
}
