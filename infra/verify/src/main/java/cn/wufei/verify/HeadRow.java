package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A row of `ledger_head`; before the first block it has no time.
///
/// @param recordedAt microseconds since 1970
record HeadRow(
    long id,
    long transfers,
    long blockNumber,
    String blockHash,
    @Nullable Long recordedAt,
    long lastPosting,
    long lastAccount) {

  static HeadRow of(ResultSet row) throws SQLException {
    byte[] hash = row.getBytes(4);
    long micros = row.getLong(5);
    Long recordedAt = row.wasNull() ? null : (Long) micros;
    return new HeadRow(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        hash == null ? "" : HEX.formatHex(hash),
        recordedAt,
        row.getLong(6),
        row.getLong(7));
  }
}
