package cn.wufei.exchange.notify;

import cn.wufei.exchange.identity.HeldTokens;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.FluxSink;

/// One open stream and how far it has come. Used by the one thread that serves all streams, after
/// it was registered.
final class NoticeListener {

  private static final String NAME = "notice";
  private static final String BEAT = "still here";

  private final Caller caller;
  private final HeldTokens.HeldToken token;
  private final FluxSink<Event<Object>> sink;
  private volatile long last;
  private volatile long spokenAtNs = System.nanoTime();
  private volatile long readyAtNs = System.nanoTime();

  NoticeListener(
      Caller caller, HeldTokens.HeldToken token, long last, FluxSink<Event<Object>> sink) {
    this.caller = caller;
    this.token = token;
    this.last = last;
    this.sink = sink;
  }

  Caller caller() {
    return caller;
  }

  Id memberId() {
    return caller.memberId();
  }

  Id organisationId() {
    return caller.organisationId();
  }

  HeldTokens.HeldToken token() {
    return token;
  }

  /// The number of the last notice that it was given.
  long last() {
    return last;
  }

  void onEnd(Runnable work) {
    sink.onDispose(work::run);
  }

  /// Whether the reader has taken all that it was given.
  boolean isReady() {
    boolean ready = !sink.isCancelled() && sink.requestedFromDownstream() > 0;
    if (ready) {
      readyAtNs = System.nanoTime();
    }
    return ready;
  }

  boolean isStuckFor(Duration patience) {
    return System.nanoTime() - readyAtNs > patience.toNanos();
  }

  void tell(List<Notice> notices) {
    for (Notice notice : notices) {
      sink.next(Event.<Object>of(notice).id(Long.toString(notice.number())).name(NAME));
      last = notice.number();
      spokenAtNs = System.nanoTime();
    }
  }

  void beatIfSilentFor(Duration silence) {
    if (isReady() && System.nanoTime() - spokenAtNs > silence.toNanos()) {
      beat();
    }
  }

  /// Shows both ends, and whatever lies between them, that the stream is in use.
  void beat() {
    sink.next(Event.<Object>of("").comment(BEAT));
    spokenAtNs = System.nanoTime();
  }

  void end() {
    sink.complete();
  }
}
