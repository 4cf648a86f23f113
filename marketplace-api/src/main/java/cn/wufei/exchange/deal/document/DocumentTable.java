package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The versions of the agreements that the organisation is a party to, with what they say as it was
/// hashed. Who signed for the other side is not named: people of others are not taken home.
@Factory
class DocumentTable {

  private final DocumentStore store;
  private final PaperStore papers;

  DocumentTable(DocumentStore store, PaperStore papers) {
    this.store = store;
    this.papers = papers;
  }

  record Exported(
      DocumentRow row,
      WrittenContent written,
      List<SignatureRow> signatures,
      @Nullable PaperRow paper) {

    @Nullable Instant signedAt(Side side) {
      return signatures.stream()
          .filter(each -> each.side() == side)
          .map(SignatureRow::signedAt)
          .findFirst()
          .orElse(null);
    }

    <T> @Nullable T ofProposal(Function<DocumentRow.Proposal, T> member) {
      return row.proposal() == null ? null : member.apply(row.proposal());
    }

    <T> @Nullable T ofPaper(Function<PaperRow, T> member) {
      return paper == null ? null : member.apply(paper);
    }
  }

  @Singleton
  ExportTable<Exported> agreementDocuments() {
    return new OwnTable<>(
        new ExportTable.Title(442, "agreement-documents", "合同文本", "Contract texts"),
        new Columns<Exported>()
            .id("id", "标识", "Id", each -> each.row().id())
            .id("agreementId", "协议标识", "Agreement id", each -> each.row().agreementId())
            .whole("version", "版次", "Version", each -> each.row().number())
            .text("status", "状态", "Status", each -> each.row().status().code())
            .text("sha256", "文本指纹(SHA-256)", "SHA-256", each -> each.written().sha256())
            .text(
                "proposer",
                "提出方",
                "Proposer",
                each -> each.ofProposal(proposal -> proposal.side().code()))
            .text("note", "变更原因", "Note", each -> each.ofProposal(DocumentRow.Proposal::note))
            .time("madeAt", "生成时间", "Made", each -> each.row().madeAt())
            .time("endedAt", "结束时间", "Ended", each -> each.row().endedAt())
            .text("endReason", "结束原因", "Reason of end", each -> each.row().endReason())
            .time("sellerSignedAt", "产废方签署时间", "Seller signed", each -> each.signedAt(Side.SELLER))
            .time("buyerSignedAt", "接收方签署时间", "Buyer signed", each -> each.signedAt(Side.BUYER))
            .text(
                "externalNumber",
                "外部合同编号",
                "External number",
                each -> each.ofPaper(PaperRow::externalNumber))
            .day("signedOn", "外部签署日期", "Signed on", each -> each.ofPaper(PaperRow::signedOn))
            .text(
                "content",
                "内容",
                "Content",
                each -> new String(each.written().bytes(), StandardCharsets.UTF_8)),
        OwnTable.pieces(this::piece, each -> each.row().id()));
  }

  private List<Exported> piece(Caller caller, @Nullable Id before, int limit) {
    List<DocumentRow> rows = store.page(caller.organisationId(), before, limit);
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Id> ids = rows.stream().map(DocumentRow::id).toList();
    Map<Id, WrittenContent> written = store.contents(ids);
    Map<Id, List<SignatureRow>> signatures = store.signatures(ids);
    Map<Id, List<PaperRow>> recorded = papers.of(ids);
    return rows.stream()
        .map(row ->
            new Exported(
                row,
                Objects.requireNonNull(written.get(row.id())),
                signatures.getOrDefault(row.id(), List.of()),
                recorded.getOrDefault(row.id(), List.of()).stream()
                    .filter(paper -> paper.status() == PaperStatus.CONFIRMED)
                    .findFirst()
                    .orElse(null)))
        .toList();
  }
}
