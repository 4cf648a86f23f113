package cn.wufei.exchange.bulk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What has become of the lines of one reading of a file. Those that are not written down with what
/// they created are gathered and written together.
final class RunResults {

  private static final int NOTED_MAX = 500;
  private static final String STREAMS = "streams";

  private final ImportRow row;
  private final LineStore lines;
  private final Map<Integer, BitSet> done;

  /// Streams that lines of a dry run would have created, those before it was broken off included.
  private final Set<String> expectedStreams = ConcurrentHashMap.newKeySet();

  private final List<LineStore.Dealt> noted = new ArrayList<>();
  private Counts counts;

  RunResults(ImportRow row, LineStore lines) {
    this.row = row;
    this.lines = lines;
    this.done = lines.done(row);
    this.counts = lines.counts(row);
    if (row.dryRun()) {
      expectedStreams.addAll(lines.created(row, STREAMS));
    }
  }

  /// Whether the line was dealt with before the reading was broken off.
  boolean has(ImportLine.Place place) {
    return done.getOrDefault(place.sheet(), new BitSet()).get(place.line());
  }

  boolean isExpectedStream(String name) {
    return expectedStreams.contains(name);
  }

  void dealt(RecordLine.Task<?> task, RecordLine.Done outcome) {
    ImportLine line = outcome.line();
    if (row.dryRun() && line.result() == LineResult.CREATED) {
      if (task.kind().key().equals(STREAMS)) {
        expectedStreams.add(task.reference());
      }
      // Nothing was created that could be named.
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

  synchronized void note(LineStore.Dealt dealt) {
    count(dealt.line().result());
    noted.add(dealt);
    if (noted.size() >= NOTED_MAX) {
      flush();
    }
  }

  synchronized void flush() {
    if (!noted.isEmpty()) {
      lines.insertNew(row, noted);
      noted.clear();
    }
  }

  synchronized Counts counts() {
    return counts;
  }
}
