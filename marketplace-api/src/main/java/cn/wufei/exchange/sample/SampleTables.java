package cn.wufei.exchange.sample;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The samples that the organisation asked for or was asked for, and the steps of their courses.
@Factory
class SampleTables {

  private final SampleStore store;
  private final SampleViews views;

  SampleTables(SampleStore store, SampleViews views) {
    this.store = store;
    this.views = views;
  }

  @Singleton
  ExportTable<Sample> samples(Catalog catalog) {
    return OwnTable.ofMoment(
        new ExportTable.Title(436, "samples", "样品申请", "Samples"),
        sent(asked(catalog)),
        (caller, at, sink) -> {
          LocalDate today = LocalCalendar.dayOf(at);
          pieces(caller, at, piece -> views.ofAll(caller, piece, today).forEach(sink));
        });
  }

  private static Columns<Sample> asked(Catalog catalog) {
    return new Columns<Sample>()
        .id("id", "标识", "Id", Sample::id)
        .text("status", "状态", "Status", sample -> sample.status().code())
        .id("lotId", "挂牌标识", "Lot id", Sample::lotId)
        .text("lotTitle", "挂牌", "Lot", Sample::lotTitle)
        .text("materialKey", "物料代码", "Material key", Sample::materialKey)
        .name("material", "物料", "Material", sample -> catalog.nameOfMaterial(sample.materialKey()))
        .id("sellerId", "产废方标识", "Seller id", sample -> sample.seller().id())
        .text("seller", "产废方", "Seller", sample -> sample.seller().name())
        .text("sellerSite", "取样厂址", "Seller's site", sample -> sample.sellerSite().name())
        .id("buyerId", "接收方标识", "Buyer id", sample -> sample.buyer().id())
        .text("buyer", "接收方", "Buyer", sample -> sample.buyer().name())
        .text("buyerSite", "寄送厂址", "Sent to", sample -> sample.buyerSite().name())
        .whole("quantityG", "样品量(克)", "Quantity (g)", Sample::quantityG)
        .text("wishes", "取样要求", "Wishes", Sample::wishes)
        .day("wantedBy", "期望寄出日", "Wanted by", Sample::wantedBy)
        .text("courierPayer", "运费承担方", "Courier paid by", sample -> sample.courierPayer().code())
        .text("message", "留言", "Message", Sample::message)
        .time("askedAt", "申请时间", "Asked", Sample::askedAt);
  }

  private static Columns<Sample> sent(Columns<Sample> columns) {
    return columns
        .day("dueOn", "本状态截止日", "Due", Sample::dueOn)
        .day("sendBy", "承诺寄出日", "Send by", Sample::sendBy)
        .day("sentOn", "寄出日", "Sent on", ofDispatch(SampleDispatch::sentOn))
        .text("courier", "承运", "Courier", ofDispatch(SampleDispatch::courier))
        .text(
            "trackingNumber", "运单号", "Tracking number", ofDispatch(SampleDispatch::trackingNumber))
        .text("mark", "样品编号", "Mark", ofDispatch(SampleDispatch::mark))
        .day("sampledOn", "取样日", "Sampled on", ofDispatch(SampleDispatch::sampledOn))
        .text("sampledBy", "取样人", "Sampled by", ofDispatch(SampleDispatch::sampledBy))
        .text("method", "取样方法", "Method", ofDispatch(SampleDispatch::method))
        .day("receivedOn", "收样日", "Received on", Sample::receivedOn)
        .text(
            "verdict",
            "检验结论",
            "Verdict",
            sample -> sample.verdict() == null ? null : sample.verdict().code());
  }

  private static <T> Columns.Of<Sample, T> ofDispatch(Function<SampleDispatch, @Nullable T> part) {
    return sample -> {
      SampleDispatch dispatch = sample.dispatch();
      return dispatch == null ? null : part.apply(dispatch);
    };
  }

  /// @param member name of who took the step; nothing of those of the other party
  record Step(SampleStep step, @Nullable String member) {}

  @Singleton
  ExportTable<Step> sampleSteps(SampleStepStore steps, Organisations organisations) {
    return OwnTable.ofMoment(
        new ExportTable.Title(437, "sample-steps", "样品申请：经过", "Samples: steps"),
        new Columns<Step>()
            .id("sampleId", "样品申请标识", "Sample id", row -> row.step().requestId())
            .whole("number", "序号", "Number", row -> row.step().line())
            .text("act", "事项", "Act", row -> row.step().act().code())
            .text(
                "side",
                "办理方",
                "Side",
                row -> row.step().side() == null ? null : row.step().side().code())
            .text("member", "办理人（仅本单位）", "Member (own only)", Step::member)
            .day("day", "日期", "Day", row -> row.step().day())
            .text("text", "说明", "Text", row -> row.step().words())
            .time("at", "时间", "Time", row -> row.step().at()),
        (caller, at, sink) ->
            pieces(
                caller, at, piece -> stepsOf(caller, piece, steps, organisations).forEach(sink)));
  }

  private static List<Step> stepsOf(
      Caller caller, List<SampleRow> piece, SampleStepStore steps, Organisations organisations) {
    Map<Id, SampleRow> byId =
        piece.stream().collect(Collectors.toMap(SampleRow::id, Function.identity()));
    List<SampleStep> taken = steps.of(byId.keySet());
    Map<Id, String> names =
        organisations.actorNames(
            taken.stream()
                .map(SampleStep::memberId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()),
            caller.organisationId());
    return taken.stream()
        .map(step -> {
          Side own = Objects.requireNonNull(byId.get(step.requestId())).sideOf(caller);
          boolean isOwn = step.memberId() != null && step.side() == own;
          return new Step(step, isOwn ? names.get(step.memberId()) : null);
        })
        .toList();
  }

  private void pieces(Caller caller, Instant at, Consumer<List<SampleRow>> sink) {
    LocalDate today = LocalCalendar.dayOf(at);
    Pieces.eachPiece(
        (before, limit) -> store.page(caller, SampleStore.Filter.NONE, today, before, limit),
        SampleRow::id,
        sink);
  }
}
