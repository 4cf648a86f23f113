package cn.wufei.indexer.intake;

import cn.wufei.indexer.document.DocumentKind;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The rows of `search_document`, by plain JDBC on connections of its own: the indexer is never
/// part of anybody's transaction.
@Singleton
class DocumentRows {

  private static final int REASON_LENGTH_MAX = 500;

  private final DataSource dataSource;

  DocumentRows(DataSource dataSource, @Nullable DataSourceResolver resolver) {
    this.dataSource =
        (resolver == null ? DataSourceResolver.DEFAULT : resolver).resolve(dataSource);
  }

  /// The rows that have waited longest.
  List<PendingDocument> pending(int limit) throws SQLException {
    String sql =
        "select kind, id, revision, body from search_document"
            + " where pending = 1 order by changed_at limit ?";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, limit);
      try (ResultSet rows = statement.executeQuery()) {
        List<PendingDocument> waiting = new ArrayList<>();
        while (rows.next()) {
          waiting.add(
              new PendingDocument(
                  DocumentKind.ofCode(rows.getString(1)),
                  rows.getLong(2),
                  rows.getLong(3),
                  rows.getString(4)));
        }
        return waiting;
      }
    }
  }

  /// The index has these documents. A row that was written again since it was read keeps waiting.
  void markSent(List<PendingDocument> documents) throws SQLException {
    String sql =
        "update search_document set pending = 0"
            + " where kind = ? and id = ? and revision = ? and pending = 1";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (PendingDocument document : documents) {
        statement.setString(1, document.kind().code());
        statement.setLong(2, document.number());
        statement.setLong(3, document.revision());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /// The index refuses these documents as they are; they no longer wait, until they are written
  /// again.
  void setAside(Map<PendingDocument, String> reasons) throws SQLException {
    String sql =
        "update search_document set pending = 2, failed_reason = ?"
            + " where kind = ? and id = ? and revision = ? and pending = 1";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Map.Entry<PendingDocument, String> entry : reasons.entrySet()) {
        PendingDocument document = entry.getKey();
        statement.setString(1, shortened(entry.getValue()));
        statement.setString(2, document.kind().code());
        statement.setLong(3, document.number());
        statement.setLong(4, document.revision());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /// The index of this kind is lost: all its documents wait again.
  int markAllPending(DocumentKind kind) throws SQLException {
    String sql =
        "update search_document set pending = 1, failed_reason = null"
            + " where kind = ? and pending <> 1";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, kind.code());
      return statement.executeUpdate();
    }
  }

  private static String shortened(String reason) {
    return reason.length() <= REASON_LENGTH_MAX ? reason : reason.substring(0, REASON_LENGTH_MAX);
  }
}
