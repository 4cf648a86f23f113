package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.FileKind;
import cn.wufei.exchange.attachment.ReceivedFile;
import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// What laboratories found in waste streams.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "streams")
class QualityReportController {

  private final RecordQualityReport record;
  private final WithdrawQualityReport withdraw;
  private final AttachToReport attach;
  private final SeeQualityReports see;
  private final Writes writes;

  QualityReportController(
      RecordQualityReport record,
      WithdrawQualityReport withdraw,
      AttachToReport attach,
      SeeQualityReports see,
      Writes writes) {
    this.record = record;
    this.withdraw = withdraw;
    this.attach = attach;
    this.see = see;
    this.writes = writes;
  }

  /// Records what a laboratory found in a stream of the caller's organisation.
  @Post("/streams/{id}/quality-reports")
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<QualityReport> record(
      Caller caller,
      HttpRequest<?> request,
      @PathVariable Id id,
      @Body @Valid QualityReportDraft draft) {
    return writes.create(caller, request, draft, () -> record.handle(caller, id, draft));
  }

  /// The reports of a stream, withdrawn ones included, the last recorded first.
  @Get("/streams/{id}/quality-reports")
  @Secured({"reader", "audit-industry", "audit-ecology"})
  Page<QualityReport> ofStream(
      Caller caller,
      @PathVariable Id id,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return Responses.valueOf(see.ofStream(caller, id, cursor, limit));
  }

  /// One report.
  @Get("/quality-reports/{id}")
  @Secured({"reader", "audit-industry", "audit-ecology"})
  QualityReport read(Caller caller, @PathVariable Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Attaches a file to a report of the caller's organisation: a PDF, JPEG or PNG of at most 10
  /// MiB, five to a report. The body is the file itself; what it is is told by its content.
  ///
  /// @param name of the file
  @Post(value = "/quality-reports/{id}/files", consumes = MediaType.ALL)
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Attachment> attach(
      Caller caller,
      HttpRequest<?> request,
      @PathVariable Id id,
      @QueryValue @NotBlank @Size(max = 120) @Pattern(regexp = ReceivedFile.NAME) String name,
      @Body @Nullable InputStream file) {
    try (ReceivedFile received =
        Responses.valueOf(
            ReceivedFile.read(
                FileKind.Purpose.DOCUMENT, name.strip(), file, request.getContentLength()))) {
      return writes.create(
          caller, request, received.digest(), () -> attach.handle(caller, id, received));
    }
  }

  /// The content of a report's file.
  @Get(
      value = "/quality-reports/{id}/files/{fileId}",
      produces = MediaType.APPLICATION_OCTET_STREAM)
  @Secured({"reader", "audit-industry", "audit-ecology"})
  StreamedFile file(Caller caller, @PathVariable Id id, @PathVariable Id fileId) {
    return Responses.valueOf(see.file(caller, id, fileId));
  }

  /// Takes a report back: it stays on record and counts no more.
  @Post("/quality-reports/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<QualityReport> withdraw(
      Caller caller,
      HttpRequest<?> request,
      @PathVariable Id id,
      @IfMatch Version version,
      @Body @Valid WithdrawQualityReport.Command command) {
    return writes.act(
        caller, request, command, () -> withdraw.handle(caller, id, version.number(), command));
  }
}
