package cn.wufei.exchange.export;

import cn.wufei.exchange.csv.Column;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.Language;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/// Everything that a firm owns, to take home.
@Controller("/api/v1/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("org-admin")
@Tag(name = "export")
class ExportController {

  private final ExportFirm export;
  private final ExportTables tables;

  ExportController(ExportFirm export, ExportTables tables) {
    this.export = export;
    this.tables = tables;
  }

  /// A ZIP archive of at most 2 GiB with a CSV file for each table, a manifest and a text that says
  /// how to read and check them. The tables are UTF-8 with a byte order mark (RFC 4180). All of it
  /// is as it was at one moment. Masses are whole kilograms, money is yuan with two decimals, times
  /// are those of China (+08:00). The answer begins when the archive is complete. One export of an
  /// organisation is made at a time.
  ///
  /// @param language of headings and names, `zh` or `en`
  @Get(produces = "application/zip", headRoute = false)
  StreamedFile export(Caller caller, @QueryValue @Pattern(regexp = "zh|en") String language) {
    return Responses.valueOf(export.handle(caller, Language.ofCode(language)));
  }

  /// What an export holds: its tables and their columns, in their order.
  @Get("/tables")
  TableList tables() {
    return new TableList(tables.all().stream().map(ExportController::view).toList());
  }

  private static TableView view(ExportTable<?> table) {
    ExportTable.Title title = table.title();
    return new TableView(
        title.key(),
        title.name().zh(),
        title.name().en(),
        table.columns().stream().map(ExportController::view).toList());
  }

  private static ColumnView view(Column<?> column) {
    return new ColumnView(column.key(), column.heading(Language.ZH), column.heading(Language.EN));
  }

  /// A table of an export.
  ///
  /// @param key what its file is called, without `.csv`
  @Serdeable
  @Schema(name = "ExportTableView")
  record TableView(String key, String nameZh, String nameEn, List<ColumnView> columns) {

    TableView {
      columns = List.copyOf(columns);
    }
  }

  /// @param headingZh with the unit, as is the English one
  @Serdeable
  @Schema(name = "ExportColumnView")
  record ColumnView(String key, String headingZh, String headingEn) {}

  @Serdeable
  @Schema(name = "ExportTableList")
  record TableList(List<TableView> items) {

    TableList {
      items = List.copyOf(items);
    }
  }
}
