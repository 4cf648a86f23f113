package cn.wufei.exchange.deal.offer;

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

/// What the parties of an offer write and attach beside it.
@Controller("/api/v1/offers/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "deals")
class ThreadController {

  private final WriteToParty write;
  private final SeeThread see;
  private final Writes writes;

  ThreadController(WriteToParty write, SeeThread see, Writes writes) {
    this.write = write;
    this.see = see;
    this.writes = writes;
  }

  /// Messages and files of the whole negotiation that the offer is part of.
  @Get("/thread")
  OfferThread thread(Caller caller, Id id) {
    return Responses.valueOf(see.of(caller, id));
  }

  /// Writes to the other party beside the offer.
  @Post("/messages")
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<OfferMessage> message(
      Caller caller, HttpRequest<?> request, Id id, @Body @Valid WriteToParty.Draft draft) {
    return writes.create(caller, request, draft, () -> write.message(caller, id, draft));
  }

  /// Attaches a file to the offer: a PDF, JPEG or PNG of at most 10 MiB, five to an offer. The body
  /// is the file itself; what it is is told by its content.
  ///
  /// @param name of the file
  @Post(value = "/files", consumes = MediaType.ALL)
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
          caller, request, received.digest(), () -> write.file(caller, id, received));
    }
  }

  /// The content of an offer's file.
  @Get(value = "/files/{fileId}", produces = MediaType.APPLICATION_OCTET_STREAM)
  StreamedFile file(Caller caller, Id id, Id fileId) {
    return Responses.valueOf(see.file(caller, id, fileId));
  }
}
