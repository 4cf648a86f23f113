package cn.wufei.exchange.notify;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.identity.HeldTokens;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// What the caller's organisation is told.
@Controller("/api/v1/notices")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Notices")
class NoticeController {

  private final NoticeViews views;
  private final MarkNotices mark;
  private final NoticeStreams streams;
  private final HeldTokens tokens;
  private final Writes writes;

  NoticeController(
      NoticeViews views,
      MarkNotices mark,
      NoticeStreams streams,
      HeldTokens tokens,
      Writes writes) {
    this.views = views;
    this.mark = mark;
    this.streams = streams;
    this.tokens = tokens;
    this.writes = writes;
  }

  /// The notices of the caller's organisation, newest first, and how many the caller has not read.
  @Get
  NoticeList list(
      Caller caller,
      @QueryValue(defaultValue = "false") boolean unread,
      @QueryValue @Nullable @Min(1) Long cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return views.page(caller, unread, cursor, limit);
  }

  /// Follows the notices as server-sent events named `notice`, each with its number as id. Sent
  /// with `Last-Event-ID` it begins after that number, otherwise with what comes from now on. A
  /// comment is sent when nothing else is. It ends with the session, when the access token runs
  /// out, and with the delegation under which the caller acts for another firm.
  @Get(value = "/stream", produces = MediaType.TEXT_EVENT_STREAM)
  @ApiResponse(
      responseCode = "200",
      description = "The data of each event",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM,
              schema = @Schema(implementation = Notice.class)))
  Publisher<Event<Object>> follow(
      Caller caller,
      Authentication authentication,
      @Header("Last-Event-ID") @Nullable @Min(0) Long lastEventId) {
    return Responses.valueOf(streams.open(caller, tokens.of(authentication), lastEventId));
  }

  /// Marks one as read by the caller.
  @Put("/{number}/reading")
  HttpResponse<MarkNotices.Unread> markRead(Caller caller, long number) {
    return writes.change(() -> mark.one(caller, number));
  }

  /// Marks all up to a number as read by the caller.
  @Put("/reading")
  HttpResponse<MarkNotices.Unread> markAllRead(Caller caller, @Body @Valid Reading body) {
    return writes.change(() -> mark.upTo(caller, body.upTo()));
  }

  /// @param upTo the number of the last notice that was seen
  @Serdeable
  @Schema(name = "NoticeReading")
  record Reading(@NotNull @Min(0) Long upTo) {}
}
