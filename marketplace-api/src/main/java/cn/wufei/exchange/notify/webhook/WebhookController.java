package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Webhooks of the caller's firm. Each notice is posted to them as JSON: `id`, `kind`, `number`,
/// `sentAt`, `organisation`, `subjects` and `facts`, as in the list of notices. A message is sent
/// until it is answered with 2xx within 10 seconds, at least once and in no promised order; `id`
/// and the header `Wufei-Delivery` stay the same. The header `Wufei-Signature` holds `v1=` and, in
/// lower-case hexadecimal, the HMAC-SHA256 keyed with the secret over the header `Wufei-Timestamp`
/// (seconds since 1970), a full stop and the body; while a secret is renewed it holds two, with a
/// comma between, of which one must fit. Refuse timestamps more than five minutes old.
@Controller("/api/v1/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("org-admin")
@Tag(name = "Webhooks")
class WebhookController {

  private final CreateWebhook create;
  private final ChangeWebhook change;
  private final PauseWebhook pause;
  private final ReplayDeliveries replay;
  private final WebhookViews views;
  private final Writes writes;

  WebhookController(
      CreateWebhook create,
      ChangeWebhook change,
      PauseWebhook pause,
      ReplayDeliveries replay,
      WebhookViews views,
      Writes writes) {
    this.create = create;
    this.change = change;
    this.pause = pause;
    this.replay = replay;
    this.views = views;
    this.writes = writes;
  }

  /// The webhooks of the caller's firm, the newest first.
  @Get
  Page<WebhookView> list(
      Caller caller,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return views.page(caller, cursor, limit);
  }

  /// Registers a webhook and says its secret, this once. The answer is not kept for a request that
  /// is repeated, as with keys.
  @Post
  HttpResponse<WebhookView.WithSecret> create(Caller caller, @Body @Valid WebhookContent body) {
    return writes.createUnkept(() -> create.handle(caller, body.target()));
  }

  @Get("/{id}")
  WebhookView show(Id id, Caller caller) {
    return Responses.valueOf(Outcome.found(views.find(caller, id)));
  }

  /// Changes name, address and kinds; messages that wait go to the new address.
  @Put("/{id}")
  HttpResponse<WebhookView> change(
      Id id, @IfMatch Version version, Caller caller, @Body @Valid WebhookContent body) {
    return writes.change(() -> change.handle(caller, id, version, body.target()));
  }

  /// Ends it for good. What it was not sent yet is dropped.
  @Post("/{id}/removal")
  HttpResponse<PauseWebhook.Removed> remove(Id id, Caller caller, HttpRequest<?> request) {
    return writes.act(caller, request, Map.of(), () -> pause.remove(caller, id));
  }

  /// Holds its messages until it goes on.
  @Post("/{id}/pause")
  HttpResponse<WebhookView> pause(Id id, Caller caller, HttpRequest<?> request) {
    return writes.act(caller, request, Map.of(), () -> pause.pause(caller, id));
  }

  /// Has it go on; what was held is sent at once.
  @Post("/{id}/resumption")
  HttpResponse<WebhookView> resume(Id id, Caller caller, HttpRequest<?> request) {
    return writes.act(caller, request, Map.of(), () -> pause.resume(caller, id));
  }

  /// Gives it a new secret and says it, this once. The one before signs too for a day.
  @Post("/{id}/secret")
  HttpResponse<WebhookView.WithSecret> renewSecret(Id id, Caller caller) {
    return writes.createUnkept(() -> change.renewSecret(caller, id));
  }

  /// Sends a message of kind `test`, once, also while the webhook is paused.
  @Post("/{id}/test")
  HttpResponse<DeliveryView> test(Id id, Caller caller, HttpRequest<?> request) {
    return writes.create(caller, request, Map.of(), () -> replay.test(caller, id));
  }

  /// Sends all messages that failed for good again, the oldest first, at most a thousand at a time.
  @Post("/{id}/replay")
  HttpResponse<ReplayDeliveries.Replayed> replayFailed(
      Id id, Caller caller, HttpRequest<?> request) {
    return writes.act(caller, request, Map.of(), () -> replay.failed(caller, id));
  }

  /// Its messages of the last thirty days, the newest first.
  @Get("/{id}/deliveries")
  Page<DeliveryView> deliveries(
      Id id,
      Caller caller,
      @QueryValue @Nullable @Pattern(regexp = "waiting|held|sent|failed|dropped") String status,
      @QueryValue @Nullable @Pattern(regexp = WebhookContent.KIND) String kind,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    Responses.valueOf(Outcome.found(views.find(caller, id)));
    return views.pageOfDeliveries(id, new WebhookViews.Filter(status, kind), cursor, limit);
  }

  /// One message, with its body and what came of each attempt.
  @Get("/{id}/deliveries/{delivery}")
  DeliveryView.Detail delivery(Id id, Id delivery, Caller caller) {
    return Responses.valueOf(
        Outcome.found(views.find(caller, id))
            .then(_ -> Outcome.found(views.findDelivery(id, delivery))));
  }

  /// Sends one message again, with the same id and the same body.
  @Post("/{id}/deliveries/{delivery}/replay")
  HttpResponse<DeliveryView> replay(Id id, Id delivery, Caller caller, HttpRequest<?> request) {
    return writes.act(caller, request, Map.of(), () -> replay.one(caller, id, delivery));
  }

  /// @param kinds of notices that it is sent; absent for all. A kind of which nothing is told yet
  ///   may be named
  @Serdeable
  @Schema(name = "WebhookContent")
  record WebhookContent(
      @NotBlank @Size(max = NAME_MAX) String name,
      @NotBlank @Size(max = WebhookUrl.LENGTH_MAX) String url,
      @Nullable @Size(min = 1, max = KINDS_MAX)
          List<@NotNull @Pattern(regexp = KIND) String> kinds) {

    static final String KIND = "[a-z][a-z0-9-]{0,39}";

    private static final int NAME_MAX = 60;
    private static final int KINDS_MAX = 48;

    WebhookStore.Target target() {
      return new WebhookStore.Target(
          name.strip(), url.strip(), kinds == null ? null : kinds.stream().distinct().toList());
    }
  }
}
