package cn.wufei.seeds;

import cn.wufei.seeds.Event.Dispatch;
import cn.wufei.seeds.Event.Entry;
import cn.wufei.seeds.Event.Processed;
import cn.wufei.seeds.Event.Receipt;
import cn.wufei.seeds.Event.Refusal;
import cn.wufei.seeds.Event.StockTake;
import cn.wufei.seeds.Event.UseReport;
import cn.wufei.seeds.Market.Deal;
import cn.wufei.seeds.Market.Ending;
import cn.wufei.seeds.OpenMarket.Opened;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells the API the half year's facts in the order in which they happened, each by the member
/// whose work it is: entries by the producer's trader, weighings by the gates, use by the receiver.
final class TellHalfYear {

  private static final int PROGRESS_EVERY = 150;

  private final DemoData data;
  private final Market market;
  private final Desk desk;
  private final Map<String, String> siteIds;
  private final Opened opened;
  private final Map<String, JsonNode> loads = new HashMap<>();

  TellHalfYear(DemoData data, Desk desk, Map<String, String> siteIds, Opened opened) {
    this.data = data;
    this.market = data.market();
    this.desk = desk;
    this.siteIds = Map.copyOf(siteIds);
    this.opened = opened;
  }

  void run(List<Event> events) {
    int told = 0;
    for (Event event : events) {
      switch (event) {
        case Entry entry -> enter(entry);
        case Processed process -> process(process);
        case StockTake count -> count(count);
        case Dispatch load -> dispatch(load);
        case Receipt receipt -> receive(receipt);
        case Refusal refusal -> refuse(refusal);
        case UseReport report -> report(report);
      }
      told++;
      if (told % PROGRESS_EVERY == 0) {
        LoadDemo.say(told + " of " + events.size() + " entries, loads and reports");
      }
    }
    market.deals().stream().filter(d -> d.ending() == Ending.COMPLETED).forEach(this::complete);
    LoadDemo.say(events.size() + " entries, loads and reports; " + loads.size() + " truckloads");
  }

  private void enter(Entry entry) {
    ObjectNode body =
        Api.body()
            .put("kind", entry.kind())
            .put("quantityKg", entry.kg())
            .put("occurredOn", entry.on().toString());
    if (entry.generationYear() != null) {
      body.put("generationYear", entry.generationYear());
    }
    putIfThere(body, "method", entry.method());
    putIfThere(body, "note", entry.note());
    Market.Related party = entry.party();
    if (party != null) {
      body.putObject("counterparty").put("name", party.name()).put("uscc", party.uscc());
    }
    desk.trader(market.stream(entry.stream()).owner())
        .post(
            "/streams/" + opened.streamId(entry.stream()) + "/entries",
            "demo-entry-" + entry.key(),
            body);
  }

  private void process(Processed process) {
    Market.Stream input = market.stream(process.stream());
    List<Market.Product> products = Objects.requireNonNull(input.processing()).products();
    ObjectNode body =
        Api.body()
            .put("occurredOn", process.on().toString())
            .put("method", "belt-scale")
            .put("note", process.note());
    addPart(body.putArray("inputs"), process.stream(), process.inputKg());
    addPart(body.putArray("outputs"), process.output(), process.outputKg());
    ArrayNode made = body.putArray("products");
    for (int i = 0; i < products.size(); i++) {
      made.addObject()
          .put("name", products.get(i).name())
          .put("quantityKg", process.productsKg().get(i));
    }
    desk.trader(input.owner()).post("/processings", "demo-processing-" + process.key(), body);
  }

  private void addPart(ArrayNode parts, String stream, long kg) {
    parts.addObject().put("streamId", opened.streamId(stream)).put("quantityKg", kg);
  }

  private void count(StockTake count) {
    ObjectNode body =
        Api.body()
            .put("countedKg", count.countedKg())
            .put("occurredOn", count.on().toString())
            .put("method", count.method())
            .put("note", count.note());
    desk.trader(market.stream(count.stream()).owner())
        .post(
            "/streams/" + opened.streamId(count.stream()) + "/stock-takes",
            "demo-count-" + count.key(),
            body);
  }

  private void dispatch(Dispatch load) {
    ObjectNode body =
        Api.body()
            .put("agreementId", opened.agreementId(load.deal()))
            .put("plate", load.plate())
            .put("carrier", load.carrier())
            .put("manifestNumber", load.manifest())
            .put("ticketNumber", load.ticket())
            .put("grossKg", load.grossKg())
            .put("tareKg", load.tareKg())
            .put("dispatchedAt", load.at().toString());
    String seller = market.streamOf(dealOf(load)).owner();
    loads.put(load.key(), desk.gate(seller).post("/loads", "demo-load-" + load.key(), body));
  }

  private void receive(Receipt receipt) {
    ObjectNode body =
        Api.body()
            .put("ticketNumber", receipt.ticket())
            .put("grossKg", receipt.grossKg())
            .put("tareKg", receipt.tareKg())
            .put("rejectedKg", receipt.rejectedKg())
            .put("receivedAt", receipt.at().toString());
    if (receipt.moisturePct() != null) {
      body.put("moisturePct", receipt.moisturePct());
    }
    if (receipt.deductionKg() > 0) {
      body.put("deductionKg", receipt.deductionKg());
    }
    putIfThere(body, "note", receipt.note());
    end(receipt.load(), "receipt", body);
  }

  private void refuse(Refusal refusal) {
    ObjectNode body =
        Api.body().put("reason", refusal.reason()).put("refusedAt", refusal.at().toString());
    end(refusal.load(), "refusal", body);
  }

  private void end(Dispatch load, String how, ObjectNode body) {
    JsonNode made = loads.get(load.key());
    if (made == null) {
      throw new IllegalStateException("the load " + load.key() + " ends before it began");
    }
    String buyer = market.demand(dealOf(load).demand()).owner();
    desk.gate(buyer)
        .post(
            "/loads/" + made.path("id").asText() + "/" + how,
            "demo-" + how + "-" + load.key(),
            body,
            made);
  }

  private void report(UseReport report) {
    ObjectNode body =
        Api.body()
            .put("siteId", siteIds.get(report.site()))
            .put("materialKey", report.materialKey())
            .put("month", report.month().toString())
            .put("consumedKg", report.consumedKg())
            .put("declaredClosingKg", report.declaredClosingKg())
            .put("use", report.use());
    putIfThere(body, "note", report.note());
    desk.trader(ownerOf(report.site())).post("/use-reports", "demo-use-" + report.key(), body);
  }

  /// The agreement's version counts its loads, so it is read again; an earlier run may have done
  /// it.
  private void complete(Deal deal) {
    String path = "/agreements/" + opened.agreementId(deal.key());
    Api.Session seller = desk.trader(market.streamOf(deal).owner());
    JsonNode agreement = seller.get(path);
    if (agreement.path("status").asText().equals("active")) {
      seller.post(path + "/completion", "demo-complete-" + deal.key(), Api.body(), agreement);
    }
  }

  private Deal dealOf(Dispatch load) {
    return market.deals().stream()
        .filter(deal -> deal.key().equals(load.deal()))
        .findFirst()
        .orElseThrow();
  }

  private String ownerOf(String site) {
    return data.participants().stream()
        .filter(p -> p.sites().stream().anyMatch(place -> place.key().equals(site)))
        .findFirst()
        .orElseThrow()
        .key();
  }

  private static void putIfThere(ObjectNode body, String name, @Nullable String value) {
    if (value != null) {
      body.put(name, value);
    }
  }
}
