package cn.wufei.exchange.bulk;

import cn.wufei.exchange.attachment.FileKind;
import cn.wufei.exchange.attachment.ReceivedFile;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tables that a firm loads from its own systems.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "imports")
class ImportController {

  private final StartImport start;
  private final SeeImports see;
  private final ImportKinds kinds;
  private final TemplateWorkbook template;
  private final Writes writes;

  ImportController(
      StartImport start,
      SeeImports see,
      ImportKinds kinds,
      TemplateWorkbook template,
      Writes writes) {
    this.start = start;
    this.see = see;
    this.kinds = kinds;
    this.template = template;
    this.writes = writes;
  }

  /// Sends a workbook (.xlsx) or a CSV file of at most 64 MiB and 200,000 lines, which is the body
  /// itself. Its lines are recorded one by one; each is answered for itself. A line is known by the
  /// firm's own number in its first column: what was recorded is ignored when it comes again.
  ///
  /// @param name of the file
  /// @param dryRun whether lines are only checked
  /// @param kind of the lines of a CSV file
  @Post(value = "/imports", consumes = MediaType.ALL)
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Import> start(
      Caller caller,
      HttpRequest<?> request,
      @QueryValue @NotBlank @Size(max = 120) @Pattern(regexp = ReceivedFile.NAME) String name,
      @QueryValue boolean dryRun,
      @QueryValue @Nullable @Size(max = 40) String kind,
      @Body @Nullable InputStream file) {
    try (ReceivedFile received =
        Responses.valueOf(
            ReceivedFile.read(
                FileKind.Purpose.TABLE, name.strip(), file, request.getContentLength()))) {
      return writes.create(
          caller,
          request,
          new Sent(received.digest(), dryRun, kind == null ? "" : kind),
          () -> start.start(caller, kind, dryRun, received));
    }
  }

  /// The imports of the caller's organisation, newest first.
  @Get("/imports")
  @Secured("reader")
  Page<Import> list(
      Caller caller,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, cursor, limit);
  }

  /// One import.
  @Get("/imports/{id}")
  @Secured("reader")
  Import read(Caller caller, @PathVariable Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// What has become of its lines, in the order of the file.
  @Get("/imports/{id}/lines")
  @Secured("reader")
  Page<ImportLine> lines(
      Caller caller,
      @PathVariable Id id,
      @QueryValue @Nullable LineResult result,
      @QueryValue @Nullable @Min(0) Long cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return Responses.valueOf(see.lines(caller, id, result, cursor, limit));
  }

  /// Imports a file that was checked to its end.
  @Post("/imports/{id}/execution")
  @Secured("trader")
  HttpResponse<Import> execute(Caller caller, HttpRequest<?> request, @PathVariable Id id) {
    return writes.act(caller, request, id, () -> start.execute(caller, id));
  }

  /// Breaks an import off; what was recorded stays.
  @Post("/imports/{id}/cancellation")
  @Secured("trader")
  HttpResponse<Import> cancel(Caller caller, HttpRequest<?> request, @PathVariable Id id) {
    return writes.act(caller, request, id, () -> start.cancel(caller, id));
  }

  /// What can be imported, and which columns it has.
  @Get("/import-kinds")
  @Secured("reader")
  KindList kinds() {
    return new KindList(
        kinds.all().stream()
            .map(kind -> new KindView(kind.key(), kind.nameZh(), kind.nameEn(), kind.columns()))
            .toList());
  }

  /// A workbook with a sheet for each kind and nothing in it but the headings, and a sheet that
  /// explains them.
  ///
  /// @param language `zh` or `en`
  @Get(value = "/import-templates/{language}", produces = MediaType.MICROSOFT_EXCEL_OPEN_XML)
  @Secured("reader")
  StreamedFile template(@PathVariable @Pattern(regexp = "zh|en") String language) {
    return template.in(language);
  }

  /// What tells one sending from another, for a request that is sent again.
  @Serdeable
  record Sent(ReceivedFile.Digest file, boolean dryRun, String kind) {}

  /// What can be imported.
  @Serdeable
  @Schema(name = "ImportKindView")
  record KindView(String key, String nameZh, String nameEn, List<ImportColumn> columns) {

    KindView {
      columns = List.copyOf(columns);
    }
  }

  @Serdeable
  @Schema(name = "ImportKindList")
  record KindList(List<KindView> items) {

    KindList {
      items = List.copyOf(items);
    }
  }
}
