package cn.wufei.indexer.intake;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How the intake works.
///
/// @param enabled whether this process takes documents in at all; several may
/// @param batchDocuments most documents in one request; halved while Elasticsearch is overloaded
/// @param batchBytes a request is closed when it has grown past this
/// @param bulksInFlight how many requests are under way at once
/// @param pollInterval pause when nothing waits
/// @param retryFirst pause after the first failure, doubled with each further one
/// @param retryLast the longest pause between two attempts, and so about the longest that documents
///   wait once Elasticsearch is back
/// @param indexCheck how often the indices are looked after
/// @param requestTimeout the longest a request may take
/// @param instanceSilence after so long without a word an instance no longer counts, and its
///   documents fall to the others; whole seconds
@ConfigurationProperties("wufei.indexer")
public record IntakeConfiguration(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "500") int batchDocuments,
    @Bindable(defaultValue = "5000000") int batchBytes,
    @Bindable(defaultValue = "2") int bulksInFlight,
    @Bindable(defaultValue = "50ms") Duration pollInterval,
    @Bindable(defaultValue = "250ms") Duration retryFirst,
    @Bindable(defaultValue = "2s") Duration retryLast,
    @Bindable(defaultValue = "5s") Duration indexCheck,
    @Bindable(defaultValue = "30s") Duration requestTimeout,
    @Bindable(defaultValue = "6s") Duration instanceSilence) {

  /// The pause after so many failures in a row.
  public Duration pauseAfter(int failures) {
    long pauseMs = retryFirst.toMillis() << Math.min(Math.max(failures - 1, 0), 10);
    return Duration.ofMillis(Math.min(pauseMs, retryLast.toMillis()));
  }
}
