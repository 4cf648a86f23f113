package cn.wufei.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Reads all postings with their transfers in the order of their ids, on a connection and a thread
/// of its own, some batches ahead of who checks them.
final class PostingReader implements AutoCloseable {

  private static final int BATCHES = 6;
  private static final int TAG = 0x50;
  private static final String SQL =
      "select p.id, p.transfer_id, p.line, p.unit, p.debit_account_id, p.credit_account_id,"
          + " p.amount, p.debit_after, p.credit_after, t.kind, t.reference,"
          + " t.organisation_id, t.subject_id, "
          + Times.microsOf("t.occurred_at")
          + ", "
          + Times.daysOf("t.occurred_on")
          + ", "
          + Times.microsOf("t.recorded_at")
          + ", t.reverses_id from ledger_posting p left join ledger_transfer t on t.id = p.transfer_id"
          + " order by p.id";

  private final Connection connection;
  private final BlockingQueue<PostingBatch> filled = new ArrayBlockingQueue<>(BATCHES + 1);
  private final BlockingQueue<PostingBatch> empty = new ArrayBlockingQueue<>(BATCHES + 1);
  private final Thread thread;
  private volatile @Nullable Throwable failure;
  private final PostingBatch end = new PostingBatch();
  private PostingBatch batch = new PostingBatch();
  private int row = -1;

  private PostingReader(Connection connection) {
    this.connection = connection;
    this.thread = Thread.ofPlatform().name("postings").daemon().unstarted(this::read);
    for (int i = 1; i < BATCHES; i++) {
      empty.add(new PostingBatch());
    }
  }

  static PostingReader start(Connection connection) {
    PostingReader reader = new PostingReader(connection);
    reader.thread.start();
    return reader;
  }

  /// Goes to the next posting; false at the end. [#batch()] and [#row()] say where it is.
  boolean advance() throws SQLException {
    row++;
    if (row < batch.rows) {
      return true;
    }
    try {
      empty.put(batch);
      batch = filled.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
    Throwable failed = failure;
    if (failed instanceof SQLException e) {
      throw e;
    }
    if (failed != null) {
      throw new IllegalStateException(failed);
    }
    row = 0;
    return batch.rows > 0;
  }

  PostingBatch batch() {
    return batch;
  }

  int row() {
    return row;
  }

  /// Ends the reading, wherever it is.
  @Override
  public void close() throws SQLException {
    thread.interrupt();
    // Closing in order would first read all that is left.
    connection.abort(Runnable::run);
  }

  private void read() {
    try {
      try (PreparedStatement statement = LedgerReader.streaming(connection, SQL);
          ResultSet rows = statement.executeQuery()) {
        PostingBatch next = take();
        while (rows.next()) {
          fill(next, rows);
          if (next.rows == PostingBatch.ROWS) {
            filled.put(next);
            next = take();
          }
        }
        if (next.rows > 0) {
          filled.put(next);
          next = take();
        }
        filled.put(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      // Whatever it was: who checks waits for a batch and must not wait for ever.
      failure = e;
      filled.offer(end);
    }
  }

  private PostingBatch take() throws InterruptedException {
    PostingBatch next = empty.take();
    next.clear();
    return next;
  }

  /// Reads the columns strictly from left to right: to go back, the driver would begin the row
  /// anew.
  private static void fill(PostingBatch to, ResultSet from) throws SQLException {
    int row = to.rows;
    to.id[row] = from.getLong(1);
    to.transfer[row] = from.getLong(2);
    to.line[row] = from.getShort(3);
    byte[] unit = from.getBytes(4);
    to.unit[row] = Unit.placeOf(unit);
    to.debit[row] = from.getLong(5);
    to.credit[row] = from.getLong(6);
    to.amount[row] = from.getLong(7);
    to.debitAfter[row] = from.getLong(8);
    to.creditAfter[row] = from.getLong(9);
    byte[] kind = from.getBytes(10);
    to.hasTransfer[row] = kind != null;
    if (kind != null) {
      to.leaves
          .i8(TAG)
          .i64(to.id[row])
          .i64(to.transfer[row])
          .i16(to.line[row])
          .text(unit)
          .i64(to.debit[row])
          .i64(to.credit[row])
          .i64(to.amount[row])
          .i64(to.debitAfter[row])
          .i64(to.creditAfter[row])
          .text(kind);
      fillTransfer(to, row, from);
    }
    to.leafEnd[row] = to.leaves.length();
    to.rows = row + 1;
  }

  private static void fillTransfer(PostingBatch to, int row, ResultSet from) throws SQLException {
    to.leaves.text(from.getBytes(11)).i64(from.getLong(12)).i64(from.getLong(13));
    to.occurredAt[row] = from.getLong(14);
    to.occurredOn[row] = from.getInt(15);
    to.recordedAt[row] = from.getLong(16);
    to.leaves.i64(to.occurredAt[row]).i32(to.occurredOn[row]).i64(to.recordedAt[row]);
    long reverses = from.getLong(17);
    if (from.wasNull()) {
      to.leaves.i8(0);
    } else {
      to.leaves.i8(1).i64(reverses);
    }
  }
}
