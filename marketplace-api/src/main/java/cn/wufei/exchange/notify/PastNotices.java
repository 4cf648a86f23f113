package cn.wufei.exchange.notify;

import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.util.List;

/// What an organisation was told, for those who tell it again in another form.
@Singleton
public class PastNotices {

  private final NoticeViews views;

  PastNotices(NoticeViews views) {
    this.views = views;
  }

  /// The notices after that number, oldest first.
  public List<ToldNotice> after(Id organisation, long number, int limit) {
    return views.after(organisation, number, limit).stream()
        .map(notice ->
            new ToldNotice(
                organisation,
                notice.number(),
                notice.kind(),
                notice.subjects(),
                notice.facts(),
                notice.sentAt()))
        .toList();
  }
}
