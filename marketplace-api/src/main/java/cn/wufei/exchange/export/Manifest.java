package cn.wufei.exchange.export;

import cn.wufei.exchange.csv.Named;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an archive says of itself, as `manifest.json`.
///
/// @param exportedAt when the snapshot was taken, in China Standard Time
/// @param member who asked for it
/// @param ledger the last block of the ledger in the snapshot; absent while nothing is sealed
@Serdeable
record Manifest(
    String format,
    String exportedAt,
    String language,
    Firm organisation,
    Id member,
    @Nullable LastBlock ledger,
    List<TableFile> files,
    List<Check> checks) {

  static final String FORMAT = "wufei-export/1";

  Manifest {
    files = List.copyOf(files);
    checks = List.copyOf(checks);
  }

  @Serdeable
  record Firm(Id id, String name, @Nullable String uscc) {}

  /// @param number of the block
  /// @param sha256 its hash, in hexadecimal digits
  /// @param lastPosting number of the last posting that it or a block before it seals
  @Serdeable
  record LastBlock(long number, String sha256, String recordedAt, long lastPosting) {}

  /// @param rows without the heading
  /// @param sha256 of the file as it lies in the archive, unpacked
  /// @param columns what each heading means, by the key that it has in every language
  /// @param sums of the columns of masses, in kilograms, and of money, in yuan, by their keys
  @Serdeable
  record TableFile(
      String file,
      String table,
      String nameZh,
      String nameEn,
      long rows,
      long bytes,
      String sha256,
      List<Heading> columns,
      Map<String, BigDecimal> sums) {

    TableFile {
      columns = List.copyOf(columns);
    }

    static TableFile of(
        String file, String table, Named name, TableWriter.Written written, List<Heading> columns) {
      return new TableFile(
          file,
          table,
          name.zh(),
          name.en(),
          written.rows(),
          written.bytes(),
          written.sha256(),
          columns,
          written.sums());
    }
  }

  @Serdeable
  record Heading(String key, String heading, String type) {}

  /// Two sums that have to be the same.
  @Serdeable
  record Check(
      String file,
      String column,
      BigDecimal sum,
      String otherFile,
      String otherColumn,
      BigDecimal otherSum,
      boolean equal) {}
}
