package cn.wufei.exchange.sample;

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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reports and photographs that the parties attach to a sample.
@Controller("/api/v1/samples/{id}/files")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "deals")
class SampleFileController {

  private final AttachToSample attach;
  private final SeeSamples see;
  private final Writes writes;

  SampleFileController(AttachToSample attach, SeeSamples see, Writes writes) {
    this.attach = attach;
    this.see = see;
    this.writes = writes;
  }

  /// Attaches a file to a sample that was sent: a PDF, JPEG or PNG of at most 10 MiB, five to a
  /// sample. The body is the file itself; what it is is told by its content.
  ///
  /// @param name of the file
  @Post(consumes = MediaType.ALL)
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Attachment> attach(
      Caller caller,
      HttpRequest<?> request,
      Id id,
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

  /// The content of a sample's file.
  @Get(value = "/{fileId}", produces = MediaType.APPLICATION_OCTET_STREAM)
  StreamedFile file(Caller caller, Id id, Id fileId) {
    return Responses.valueOf(see.file(caller, id, fileId));
  }
}
