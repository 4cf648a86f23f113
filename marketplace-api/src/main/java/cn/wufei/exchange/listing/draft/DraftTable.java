package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// The drafts of the organisation with what was typed so far, as JSON.
@Factory
class DraftTable {

  @Singleton
  ExportTable<SavedDraft> lotDrafts(DraftStore store, DraftViews views, DraftContents contents) {
    return new OwnTable<>(
        new ExportTable.Title(250, "lot-drafts", "挂牌草稿", "Drafts of lots"),
        new Columns<SavedDraft>()
            .id("id", "标识", "Id", SavedDraft::id)
            .text("status", "状态", "Status", draft -> draft.status().code())
            .id("lotId", "挂牌标识", "Lot id", SavedDraft::lotId)
            .text("title", "标题", "Title", SavedDraft::title)
            .text(
                "content",
                "内容(JSON)",
                "Content (JSON)",
                draft -> draft.content() == null ? null : contents.written(draft.content()))
            .text("author", "起草人", "Author", SavedDraft::author)
            .text("submitter", "提交人", "Submitted by", SavedDraft::submitter)
            .time("submittedAt", "提交时间", "Submitted", SavedDraft::submittedAt)
            .text("returnReason", "退回原因", "Reason of return", SavedDraft::returnReason)
            .time("createdAt", "创建时间", "Begun", SavedDraft::createdAt)
            .time("changedAt", "修改时间", "Changed", SavedDraft::changedAt),
        OwnTable.pieces(
            (caller, before, limit) ->
                store.page(caller.organisationId(), before, limit).stream().map(views::of).toList(),
            SavedDraft::id));
  }
}
