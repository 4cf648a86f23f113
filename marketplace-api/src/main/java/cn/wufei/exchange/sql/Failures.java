package cn.wufei.exchange.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Tells which failures of the database are worth another try.
public final class Failures {

  private static final String ROLLED_BACK = "40";
  private static final int DUPLICATE_KEY = 1062;

  private Failures() {}

  /// The server ended the whole transaction, as the loser of a deadlock.
  public static boolean isRolledBack(Throwable failure) {
    SQLException cause = sqlCause(failure);
    return cause != null && String.valueOf(cause.getSQLState()).startsWith(ROLLED_BACK);
  }

  /// A unique key was lost to somebody who wrote at the same time: the next try finds the other's
  /// row and says what that means.
  public static boolean isDuplicateKey(Throwable failure) {
    SQLException cause = sqlCause(failure);
    return cause != null && cause.getErrorCode() == DUPLICATE_KEY;
  }

  /// The same for one key: both servers end their message with its name.
  public static boolean isDuplicate(Throwable failure, String key) {
    SQLException cause = sqlCause(failure);
    return cause != null
        && cause.getErrorCode() == DUPLICATE_KEY
        && String.valueOf(cause.getMessage()).endsWith(key + "'");
  }

  private static @Nullable SQLException sqlCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
