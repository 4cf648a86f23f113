package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.notify.NoticeTopic;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How the caller, for itself, is told what the organisation is told. Not for keys.
@Controller("/api/v1/notice-settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Notices")
class NoticeSettingsController {

  private final ChooseMail choose;
  private final Writes writes;

  NoticeSettingsController(ChooseMail choose, Writes writes) {
    this.choose = choose;
    this.writes = writes;
  }

  @Get
  NoticeSettings show(Caller caller) {
    return choose.show(caller);
  }

  /// Says anew what is wanted by mail; a topic that is not named is not.
  @Put("/topics")
  HttpResponse<NoticeSettings> prefer(Caller caller, @Body @Valid Topics body) {
    return writes.change(() -> choose.prefer(caller, body.wanted()));
  }

  /// Gives an address, in the place of another one, and has a code sent there. Until the code has
  /// come back nothing else is sent to it.
  @Put("/address")
  HttpResponse<NoticeSettings> giveAddress(Caller caller, @Body @Valid NewAddress body) {
    MailLanguage language = MailLanguage.ofCode(body.language());
    return writes.change(() -> choose.giveAddress(caller, body.address().strip(), language));
  }

  /// Confirms the address with the code that was sent there, within an hour.
  @Post("/address/confirmation")
  HttpResponse<NoticeSettings> confirm(
      Caller caller, @Body @Valid Confirmation body, HttpRequest<?> request) {
    return writes.act(caller, request, body, () -> choose.confirm(caller, body.code()));
  }

  /// Forgets the address; nothing is sent any more.
  @Delete("/address")
  HttpResponse<NoticeSettings> forget(Caller caller) {
    return writes.change(() -> choose.forget(caller));
  }

  @Serdeable
  @Schema(name = "NoticeTopics")
  record Topics(@NotNull @Size(max = 10) List<@Valid @NotNull Choice> topics) {

    Map<NoticeTopic, MailWhen> wanted() {
      Map<NoticeTopic, MailWhen> wanted = new EnumMap<>(NoticeTopic.class);
      topics.forEach(
          choice -> wanted.put(NoticeTopic.ofCode(choice.topic()), MailWhen.ofCode(choice.mail())));
      return wanted;
    }
  }

  @Serdeable
  @Schema(name = "NoticeTopicChoice")
  record Choice(
      @NotNull @Pattern(regexp = "matches|market|offers|tenders|agreements|other") String topic,
      @NotNull @Pattern(regexp = "never|at-once|daily") String mail) {}

  /// @param language in which is written to it
  @Serdeable
  @Schema(name = "NewMailAddress")
  record NewAddress(
      @NotBlank @Size(max = AddressText.LENGTH_MAX) String address,
      @NotNull @Pattern(regexp = "zh-CN|en") String language) {}

  @Serdeable
  @Schema(name = "MailConfirmation")
  record Confirmation(@NotBlank @Size(max = 20) String code) {}
}
