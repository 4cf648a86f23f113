package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Writes documents at an even pace, as the exchange does it: by turns one that is there and a new
/// one.
final class RebuildWriter {

  /// No lot stands behind them: of an edition so late that nobody makes them anew.
  static final String INSERT =
      "insert into search_document"
          + " (kind, id, version, revision, status, body, edition, pending, changed_at)"
          + " values ('lot', ?, ?, 1, 'published', ?, 32767, 1, utc_timestamp(6))";

  private static final String PUT =
      INSERT
          + " on duplicate key update revision = revision + 1, version = values(version),"
          + " body = values(body), pending = 1, changed_at = values(changed_at)";

  private static final int STRIDE = 7_919;

  private final Connection connection;
  private final long firstId;
  private final int documents;
  private final long paceNs;
  private int written;

  RebuildWriter(Connection connection, long firstId, int documents, int perSecond) {
    this.connection = connection;
    this.firstId = firstId;
    this.documents = documents;
    this.paceNs = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  /// Read when the thread that writes has ended.
  int written() {
    return written;
  }

  void write(AtomicBoolean stop, RebuildReaders readers) {
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      long due = System.nanoTime();
      while (!stop.get()) {
        boolean isNew = written % 2 == 0;
        long id =
            isNew ? firstId + documents + written : firstId + (long) written * STRIDE % documents;
        bind(put, id, 2 + written);
        put.executeUpdate();
        if (isNew) {
          readers.hopeFor(id);
        }
        written++;
        due += paceNs;
        long rest = due - System.nanoTime();
        if (rest > 0) {
          TimeUnit.NANOSECONDS.sleep(rest);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static void bind(PreparedStatement statement, long id, int version) throws SQLException {
    statement.setLong(1, id);
    statement.setInt(2, version);
    statement.setString(3, body(id, version));
  }

  /// As long as that of a usual lot.
  private static String body(long id, int version) {
    return """
    {"id": "%s", "version": %d, "status": "published",
     "organisation": {"id": "%s", "name": "山东某某钢铁有限公司 %d", "nameEn": "Shandong Steel %d",
      "status": "verified", "demo": false},
     "site": {"id": "%s", "name": "一号厂区", "nameEn": "Works No. 1", "adcode": "370300",
      "location": {"lat": %.4f, "lon": %.4f}},
     "streamId": "%s", "materialKey": "bof-slag", "classCode": "SW01",
     "title": "转炉钢渣 %d 热闷处理 粒度 0-10 毫米",
     "description": "热闷法处理，已磁选，金属铁含量低于百分之二，露天堆放，可随时装车；雨季含水率略高。",
     "saleMethod": "negotiation", "quantityKind": "firm", "quantityKg": 1000000,
     "availableKg": 1000000, "reservedKg": 0, "fulfilledKg": 0, "priceYuanPerT": %d.50,
     "taxIncluded": true, "availableFrom": "2026-01-01", "availableTo": "2030-12-31",
     "qualities": [{"parameter": "moisture", "min": 2.0, "max": 6.0, "basis": "wet"},
      {"parameter": "f-cao", "min": 1.0, "max": 2.5, "basis": "dry"},
      {"parameter": "tfe", "min": 14.0, "max": 18.0, "basis": "dry"}],
     "aliases": ["钢渣", "转炉渣", "BOF slag", "steel slag", "converter slag"],
     "publishedAt": "2026-01-01T00:00:00Z"}\
    """
        .formatted(
            Id.of(id),
            version,
            Id.of(1 + id % 500),
            id % 500,
            id % 500,
            Id.of(1 + id % 900),
            30 + id % 1_000 / 100.0,
            110 + id % 1_300 / 100.0,
            Id.of(1 + id),
            version,
            id % 90);
  }
}
