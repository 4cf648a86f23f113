package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The mails that were written into a folder instead of being sent, for the operator of an exchange
/// that is only tried out. Where mail is sent there is nothing here.
@Controller("/api/v1/mails")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("operator")
@Tag(name = "Mails")
class MailController {

  private static final int NAME_MAX = 20;

  private final MailFolder folder;
  private final MailSettings settings;

  MailController(MailFolder folder, MailSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /// The mails that are kept, the newest first.
  @Get
  Page<MailView> list(
      @QueryValue @Nullable @Size(max = NAME_MAX) String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return Responses.valueOf(kept().map(all -> page(all, cursor, limit)));
  }

  /// One mail as text.
  @Get("/{name}")
  MailView.Full show(@Size(max = NAME_MAX) String name) {
    return Responses.valueOf(
        kept().then(_ -> Outcome.found(folder.read(name))).map(MailView.Full::of));
  }

  private Outcome<List<String>> kept() {
    return settings.isKept()
        ? Outcome.done(folder.names())
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  private Page<MailView> page(List<String> names, @Nullable String before, int limit) {
    List<String> rest =
        names.stream().filter(name -> before == null || name.compareTo(before) < 0).toList();
    Page<String> page =
        Page.ofSurplus(rest.stream().limit(limit + 1L).toList(), limit, name -> name);
    return new Page<>(
        page.items().stream().map(folder::read).filter(Objects::nonNull).map(MailView::of).toList(),
        page.next());
  }

  /// @param name of its file, without the ending
  /// @param date as it stands in the mail
  @Serdeable
  @Schema(name = "KeptMail")
  record MailView(String name, String to, String subject, String date) {

    static MailView of(MailFolder.KeptMail mail) {
      return new MailView(mail.name(), mail.to(), mail.subject(), mail.date());
    }

    @Serdeable
    @Schema(name = "KeptMailText")
    record Full(MailView mail, String text) {

      static Full of(MailFolder.KeptMail mail) {
        return new Full(MailView.of(mail), mail.text());
      }
    }
  }
}
