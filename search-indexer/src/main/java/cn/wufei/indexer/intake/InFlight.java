package cn.wufei.indexer.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Waits for work that others do with Elasticsearch and the database.
public final class InFlight {

  private InFlight() {}

  /// The results, when all have ended, so that none is still under way; or the last failure.
  static <T> List<T> resultsOf(List<Future<T>> underWay) throws SQLException, InterruptedException {
    List<T> results = new ArrayList<>();
    Throwable failure = null;
    for (Future<T> each : underWay) {
      try {
        results.add(each.get());
      } catch (ExecutionException e) {
        failure = e.getCause();
      }
    }
    fail(failure);
    return results;
  }

  /// The result when it has ended, or its failure.
  public static <T> T resultOf(Future<T> underWay) throws SQLException, InterruptedException {
    return resultsOf(List.of(underWay)).getFirst();
  }

  private static void fail(@Nullable Throwable failure) throws SQLException {
    switch (failure) {
      case null -> {}
      case SQLException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}
