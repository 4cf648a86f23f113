package cn.wufei.indexer.intake;

/// How many documents go in one request: half as many each time that Elasticsearch has too much to
/// do, and a little more with each request that it takes. May be used by several threads.
public final class BatchSize {

  static final int LEAST = 8;
  private static final int STEPS_BACK = 20;

  private final int most;
  private int current;

  public BatchSize(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a request holds a document or more");
    }
    this.most = most;
    this.current = most;
  }

  public synchronized int current() {
    return current;
  }

  public synchronized void halve() {
    current = Math.max(Math.min(LEAST, most), current / 2);
  }

  public synchronized void grow() {
    current = Math.min(most, current + Math.max(1, most / STEPS_BACK));
  }
}
