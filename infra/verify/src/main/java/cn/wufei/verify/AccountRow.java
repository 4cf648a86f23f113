package cn.wufei.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A row of `ledger_account`.
///
/// @param openedAt microseconds since 1970
record AccountRow(
    long number,
    long id,
    String key,
    String unit,
    String kind,
    long ownerId,
    @Nullable Long subjectId,
    @Nullable Long counterpartyId,
    @Nullable Long siteId,
    @Nullable Long streamId,
    @Nullable String materialKey,
    @Nullable Short generationYear,
    short limited,
    long openedAt) {

  static final String COLUMNS =
      "account_number, id, account_key, unit, kind, owner_id, subject_id, counterparty_id, site_id,"
          + " stream_id, material_key, generation_year, limited, "
          + Times.microsOf("opened_at");

  private static final int TAG = 0x41;

  static AccountRow of(ResultSet row) throws SQLException {
    return new AccountRow(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getLong(6),
        optLong(row, 7),
        optLong(row, 8),
        optLong(row, 9),
        optLong(row, 10),
        row.getString(11),
        optShort(row, 12),
        row.getShort(13),
        row.getLong(14));
  }

  void write(LeafWriter leaf) {
    leaf.i8(TAG)
        .i64(number)
        .i64(id)
        .text(key)
        .text(unit)
        .text(kind)
        .i64(ownerId)
        .optI64(subjectId)
        .optI64(counterpartyId)
        .optI64(siteId)
        .optI64(streamId)
        .optText(materialKey)
        .optI16(generationYear)
        .i16(limited)
        .i64(openedAt);
  }

  private static @Nullable Long optLong(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Short optShort(ResultSet row, int column) throws SQLException {
    short value = row.getShort(column);
    return row.wasNull() ? null : value;
  }
}
