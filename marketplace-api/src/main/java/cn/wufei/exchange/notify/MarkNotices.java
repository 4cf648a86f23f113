package cn.wufei.exchange.notify;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;

/// A member marks notices as read, for itself and not for its colleagues.
@Singleton
class MarkNotices {

  private final NoticeStore store;
  private final NoticeViews views;

  MarkNotices(NoticeStore store, NoticeViews views) {
    this.store = store;
    this.views = views;
  }

  Outcome<Unread> one(Caller caller, long number) {
    if (!store.isThere(caller, number)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    store.markRead(caller, number);
    return Outcome.done(new Unread(views.unread(caller)));
  }

  /// All up to that number, which the member has seen; what came since stays unread. A number that
  /// is not given out yet counts as the last one that is.
  Outcome<Unread> upTo(Caller caller, long number) {
    long last = store.lockHead(caller.organisationId());
    store.markReadTo(caller, Math.min(number, last));
    return Outcome.done(new Unread(views.unread(caller)));
  }

  /// @param unread how many are left, at most [NoticeViews#UNREAD_MAX]
  @Serdeable
  @Schema(name = "UnreadNotices")
  record Unread(int unread) {}
}
