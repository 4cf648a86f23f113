package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.FileKind;
import cn.wufei.exchange.attachment.ReceivedFile;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Versions of agreements that were signed on paper.
@Controller("/api/v1/agreements/{id}/document/versions/{number}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "deals")
class PaperController {

  private final SignOnPaper paper;
  private final SeeDocument see;
  private final Writes writes;

  PaperController(SignOnPaper paper, SeeDocument see, Writes writes) {
    this.paper = paper;
    this.see = see;
    this.writes = writes;
  }

  /// Attaches a scan to a version: a PDF, JPEG or PNG of at most 10 MiB, five to a version. The
  /// body is the file itself; what it is is told by its content.
  ///
  /// @param name of the file
  @Post(value = "/files", consumes = MediaType.ALL)
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Attachment> attach(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      int number,
      @QueryValue @NotBlank @Size(max = 120) @Pattern(regexp = ReceivedFile.NAME) String name,
      @Body @Nullable InputStream file) {
    try (ReceivedFile received =
        Responses.valueOf(
            ReceivedFile.read(
                FileKind.Purpose.DOCUMENT, name.strip(), file, request.getContentLength()))) {
      return writes.create(
          caller, request, received.digest(), () -> paper.attach(caller, id, number, received));
    }
  }

  /// The content of a version's scan.
  @Get(value = "/files/{fileId}", produces = MediaType.APPLICATION_OCTET_STREAM)
  StreamedFile file(Caller caller, Id id, int number, Id fileId) {
    return Responses.valueOf(see.file(caller, id, number, fileId));
  }

  /// Records that a version was signed on paper; the other side confirms it or not. A key cannot.
  @Post("/papers")
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<AgreementDocument> record(
      Caller caller, HttpRequest<?> request, Id id, int number, @Body @Valid PaperDraft draft) {
    return writes.create(caller, request, draft, () -> paper.record(caller, id, number, draft));
  }

  /// Confirms that a version was signed on paper as the other side recorded it. A key cannot.
  @Post("/papers/{paperId}/confirmation")
  @Secured("trader")
  HttpResponse<AgreementDocument> confirm(
      Caller caller, HttpRequest<?> request, Id id, int number, Id paperId) {
    return writes.actPosting(
        caller, request, paperId, () -> paper.confirm(caller, id, number, paperId));
  }

  /// Says that it was not.
  @Post("/papers/{paperId}/refusal")
  @Secured("trader")
  HttpResponse<AgreementDocument> refuse(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      int number,
      Id paperId,
      @Body @Valid DocumentReason reason) {
    return writes.act(
        caller, request, reason, () -> paper.refuse(caller, id, number, paperId, reason.text()));
  }

  /// Takes a record of a paper back.
  @Post("/papers/{paperId}/withdrawal")
  @Secured("trader")
  HttpResponse<AgreementDocument> withdraw(
      Caller caller, HttpRequest<?> request, Id id, int number, Id paperId) {
    return writes.act(caller, request, paperId, () -> paper.withdraw(caller, id, number, paperId));
  }
}
