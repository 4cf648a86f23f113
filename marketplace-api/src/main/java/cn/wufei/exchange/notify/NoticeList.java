package cn.wufei.exchange.notify;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of notices, newest first.
///
/// @param unread how many the member has not read, at most [NoticeViews#UNREAD_MAX]
@Serdeable
@Schema(name = "NoticeList")
record NoticeList(List<Notice> items, @Nullable String next, int unread) {

  NoticeList {
    items = List.copyOf(items);
  }
}
