package cn.wufei.exchange.bulk;

import cn.wufei.exchange.bulk.table.TableRow;
import cn.wufei.exchange.bulk.table.TableSheet;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One reading of a file. Lines are read by one thread and recorded by several; sheets are taken
/// one after another, since later ones name what earlier ones create.
final class ImportRun implements AutoCloseable {

  /// Lines that post share a block; others hold a connection each, and the pool is there for people
  /// first.
  private static final int POSTING_AT_ONCE = 64;

  private static final int OTHERS_AT_ONCE = 4;
  private static final int NOTED_MAX = 500;
  private static final int REFERENCE_MAX = 100;
  private static final int SHEET_NAME_MAX = 100;
  private static final Duration BETWEEN_RENEWALS = Duration.ofMillis(500);
  private static final Duration WHILE_BUSY = Duration.ofMillis(500);
  private static final String STREAMS = "streams";

  private final ImportRow row;
  private final Id instance;
  private final int linesTotal;
  private final Tools tools;
  private final BooleanSupplier stopping;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Integer, BitSet> done;
  private final Map<String, Set<String>> references = new HashMap<>();

  /// What lines of a dry run would have created, by kind.
  private final Map<String, Set<String>> expected = new ConcurrentHashMap<>();

  private final List<LineStore.Dealt> noted = new ArrayList<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Deque<RecordLine.Begun<?>> begun = new ArrayDeque<>();
  private Counts counts;
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
    this.done = tools.lines().done(row);
    this.counts = tools.lines().counts(row);
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
        flush();
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
    Function<Line, D> reader = kind.reader(row.caller());
    int atOnce = OTHERS_AT_ONCE;
    Semaphore places = new Semaphore(atOnce);
    Ending ending = Ending.ALL_DONE;
    try {
      int last = 0;
      while (ending == Ending.ALL_DONE && rows.hasNext()) {
        TableRow next = rows.next();
        requireOrder(last, next.number());
        last = next.number();
        take(table, kind, heading, reader, next, places);
        ending = goingOn();
      }
    } finally {
      // All that were begun come to their end.
      awaitBegun(0);
      places.acquireUninterruptibly(atOnce);
    }
    requireNoFailure();
    return ending;
  }

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

  private <D> void take(
      Table table,
      ImportKind<D> kind,
      Heading heading,
      Function<Line, D> reader,
      TableRow cells,
      Semaphore places) {
    Line line = new Line(heading, heading.cells(cells), this::isExpectedStream);
    String reference = line.text(kind.columns().getFirst().key());
    boolean isFirst = references.computeIfAbsent(kind.key(), _ -> new HashSet<>()).add(reference);
    if (done.getOrDefault(table.number(), new BitSet()).get(cells.number())) {
      return;
    }
    FaultCode unreadable = unreadable(heading, cells, reference, isFirst);
    if (unreadable != null) {
      refuse(
          table,
          cells.number(),
          kind.key(),
          shortened(reference, REFERENCE_MAX),
          List.of(heading.fault(columnOf(kind, unreadable), unreadable)));
      return;
    }
    D draft = reader.apply(line);
    ImportLine.Place place = new ImportLine.Place(table.number(), cells.number());
    RecordLine.Task<D> task =
        new RecordLine.Task<>(row, kind, place, table.name(), reference, line, draft);
    if (!line.faults().isEmpty()) {
      LineResult result = line.isAwaiting() ? LineResult.UNCHECKED : LineResult.REFUSED;
      dealt(task, new RecordLine.Done(task.with(result, null), false));
      return;
    }
    if (kind.isPosting()) {
      post(task);
      return;
    }
    places.acquireUninterruptibly();
    workers.execute(() -> {
      try {
        dealt(task, tools.record().handle(task));
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

  /// Lines that post are recorded in their order: what one draws from depends on those before.
  private void post(RecordLine.Task<?> task) {
    RecordLine.Begun<?> one = tools.record().begin(task);
    while (one == null) {
      awaitBegun(0);
      pause();
      one = tools.record().begin(task);
    }
    begun.add(one);
    awaitBegun(POSTING_AT_ONCE - 1);
  }

  /// Until no more than so many are on their way.
  private void awaitBegun(int atMost) {
    while (begun.size() > atMost) {
      RecordLine.Begun<?> first = begun.remove();
      dealt(first.task(), tools.record().await(first));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(WHILE_BUSY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ledger was busy", e);
    }
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

  private boolean isExpectedStream(String name) {
    return expected.getOrDefault(STREAMS, Set.of()).contains(name);
  }

  private void refuse(
      Table table, int line, String kind, @Nullable String reference, List<LineFault> faults) {
    if (done.getOrDefault(table.number(), new BitSet()).get(line)) {
      return;
    }
    note(
        new LineStore.Dealt(
            new ImportLine.Place(table.number(), line),
            new ImportLine(table.name(), line, kind, reference, LineResult.REFUSED, null, faults)));
  }

  private void dealt(RecordLine.Task<?> task, RecordLine.Done outcome) {
    ImportLine line = outcome.line();
    if (row.dryRun() && line.result() == LineResult.CREATED) {
      // Nothing was created that could be named.
      expected
          .computeIfAbsent(task.kind().key(), _ -> ConcurrentHashMap.newKeySet())
          .add(task.reference());
      line = task.with(LineResult.CREATED, null);
    }
    if (outcome.isWritten()) {
      count(line.result());
    } else {
      note(new LineStore.Dealt(task.place(), line));
    }
  }

  private synchronized void count(LineResult result) {
    counts = counts.plus(result);
  }

  private synchronized void note(LineStore.Dealt dealt) {
    count(dealt.line().result());
    noted.add(dealt);
    if (noted.size() >= NOTED_MAX) {
      flush();
    }
  }

  private synchronized void flush() {
    if (!noted.isEmpty()) {
      tools.lines().insertNew(row, noted);
      noted.clear();
    }
  }

  private boolean renewed() {
    flush();
    Instant now = now();
    renewedAt = now;
    Counts sofar;
    synchronized (this) {
      sofar = counts;
    }
    return tools.organisations().stillActs(row.caller())
        && tools.store().renew(row.id(), instance, linesTotal, sofar, now.plus(RunImports.LEASE));
  }

  private Instant now() {
    return Instant.now(tools.clock()).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public void close() {
    workers.close();
  }
}
