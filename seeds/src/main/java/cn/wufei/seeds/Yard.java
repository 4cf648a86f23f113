package cn.wufei.seeds;

import cn.wufei.seeds.Event.Dispatch;
import cn.wufei.seeds.Event.Entry;
import cn.wufei.seeds.Event.Processed;
import cn.wufei.seeds.Event.Receipt;
import cn.wufei.seeds.Event.Refusal;
import cn.wufei.seeds.Event.StockTake;
import cn.wufei.seeds.Market.Count;
import cn.wufei.seeds.Market.Opening;
import cn.wufei.seeds.Market.Processing;
import cn.wufei.seeds.Market.Related;
import cn.wufei.seeds.Market.Stream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one producer enters about one stream: the stock it began with, what each month brought,
/// what was made of it, what it used, handed to a related party or disposed of itself, and what it
/// counted.
///
/// A month is entered as its statement at the month's end. In the current month the statement up to
/// yesterday is entered once the first ten days are over (旬报), as plants do.
final class Yard {

  private static final int FIRST_STATEMENT_DAY = 12;
  private static final long TONNE = 1_000;
  private static final long STEP_KG = 10;

  private final Market market;
  private final Stream stream;
  private final DemoCalendar calendar;
  private final Chance chance;
  private final List<Event> hauled;
  private final List<Event> events = new ArrayList<>();

  /// Entries so far, without the trucks: positive and negative.
  private long enteredKg;

  Yard(Market market, Stream stream, DemoCalendar calendar, Chance chance, List<Event> hauled) {
    this.market = market;
    this.stream = stream;
    this.calendar = calendar;
    this.chance = chance;
    this.hauled = hauled;
  }

  List<Event> events() {
    addOpening();
    for (int month = -DemoCalendar.MONTHS; month < 0; month++) {
      YearMonth whole = calendar.month(month);
      addStatement(month, whole.atEndOfMonth(), whole.lengthOfMonth());
      addStockTake(month);
    }
    LocalDate today = calendar.today();
    if (today.getDayOfMonth() >= FIRST_STATEMENT_DAY && stream.runDownToT() == null) {
      addStatement(0, today.minusDays(1), today.getDayOfMonth() - 1);
    }
    return events;
  }

  private void addOpening() {
    LocalDate day = calendar.firstDayOf(-DemoCalendar.MONTHS);
    for (Opening opening : stream.opening()) {
      int year = day.getYear() - opening.yearsBack();
      long kg = opening.tonnes() * TONNE;
      add("opening-" + opening.yearsBack(), 0, "opening-stock", kg, day, year, "estimate", null);
      enteredKg += kg;
    }
  }

  private void addStatement(int month, LocalDate day, int days) {
    String maker = stream.madeBy();
    long madeKg = maker == null ? generatedKg(stream, month, days) : outputKg(maker, month, days);
    if (maker == null) {
      add("generation-m" + -month, 1, "generation", madeKg, day, null, stream.method(), null);
    }
    enteredKg += madeKg;
    addProcessing(month, day, days);
    addRelated(month, day, madeKg);

    long usedKg = ownUseKg(month, day, madeKg);
    if (usedKg > 0) {
      String note = stream.ownUseNote();
      add("own-use-m" + -month, 3, "own-use", usedKg, day, null, "belt-scale", note);
      enteredKg -= usedKg;
    }
    long disposedKg = stepped(madeKg * stream.ownDisposalPct() / 100);
    if (disposedKg > 0) {
      String note = stream.ownDisposalNote();
      add("own-disposal-m" + -month, 4, "own-disposal", disposedKg, day, null, "truck-scale", note);
      enteredKg -= disposedKg;
    }
  }

  private long generatedKg(Stream of, int month, int days) {
    long wholeKg =
        chance.varied(of.monthlyT() * TONNE, of.variationPct(), "made/" + of.key() + month);
    return stepped(wholeKg * days / calendar.month(month).lengthOfMonth());
  }

  private long inputKg(Stream of, Processing processing, int month, int days) {
    return stepped(generatedKg(of, month, days) * processing.inputPct() / 100);
  }

  private long outputKg(String maker, int month, int days) {
    Stream input = market.stream(maker);
    Processing processing = Objects.requireNonNull(input.processing());
    return stepped(inputKg(input, processing, month, days) * processing.outputPct() / 100);
  }

  private void addProcessing(int month, LocalDate day, int days) {
    Processing processing = stream.processing();
    if (processing == null) {
      return;
    }
    long inputKg = inputKg(stream, processing, month, days);
    events.add(
        new Processed(
            stream.key() + "-processing-m" + -month,
            startOf(day),
            stream.key(),
            inputKg,
            processing.output(),
            outputKg(stream.key(), month, days),
            processing.products().stream()
                .map(product -> stepped(inputKg * product.pct() / 100))
                .toList(),
            day,
            processing.note()));
    enteredKg -= inputKg;
  }

  private void addRelated(int month, LocalDate day, long madeKg) {
    Related party = stream.related();
    if (party == null) {
      return;
    }
    long handedKg = stepped(madeKg * party.pct() / 100);
    long usedKg = stepped(handedKg * party.usedPct() / 100);
    addRelated("related-transfer", 3, handedKg, day, month, party);
    addRelated("related-use", 4, usedKg, day, month, party);
    enteredKg -= handedKg;
  }

  private void addRelated(String kind, int rank, long kg, LocalDate day, int month, Related party) {
    events.add(
        new Entry(
            "%s-%s-m%d".formatted(stream.key(), kind, -month),
            startOf(day),
            rank,
            stream.key(),
            kind,
            kg,
            day,
            null,
            "monthly-statement",
            party.note(),
            party));
  }

  private long ownUseKg(int month, LocalDate day, long madeKg) {
    Long leftT = stream.runDownToT();
    if (leftT != null && month == -1) {
      return Math.max(0, onHandKg(startOf(day)) - leftT * TONNE);
    }
    return stepped(madeKg * stream.ownUsePct() / 100);
  }

  private void addStockTake(int month) {
    for (Count count : stream.stockTakes()) {
      if (count.monthsBack() == -month) {
        Instant closed = startOf(calendar.firstDayOf(month + 1));
        events.add(
            new StockTake(
                stream.key() + "-stock-take-m" + count.monthsBack(),
                closed,
                stream.key(),
                onHandKg(closed) + count.deltaT() * TONNE,
                calendar.lastDayOf(month),
                count.method(),
                count.note()));
      }
    }
  }

  private void add(
      String name,
      int rank,
      String kind,
      long kg,
      LocalDate on,
      @Nullable Integer year,
      @Nullable String method,
      @Nullable String note) {
    String key = String.format(Locale.ROOT, "%s-%s", stream.key(), name);
    events.add(
        new Entry(key, startOf(on), rank, stream.key(), kind, kg, on, year, method, note, null));
  }

  /// What the books say is in the yard just before that moment.
  private long onHandKg(Instant before) {
    long kg = enteredKg;
    List<Event> soFar =
        hauled.stream()
            .filter(event -> event.at().isBefore(before))
            .sorted(Comparator.comparing(Event::at))
            .toList();
    for (Event event : soFar) {
      if (event instanceof Dispatch load && isOfThisStream(load)) {
        kg -= load.netKg();
      }
      if (event instanceof Refusal refusal && isOfThisStream(refusal.load())) {
        kg += refusal.load().netKg();
      }
      if (event instanceof Receipt receipt && isOfThisStream(receipt.load())) {
        kg += receipt.rejectedKg();
      }
    }
    return kg;
  }

  private boolean isOfThisStream(Dispatch load) {
    return market.deals().stream()
        .anyMatch(deal ->
            deal.key().equals(load.deal()) && market.lot(deal.lot()).stream().equals(stream.key()));
  }

  private static long stepped(long kg) {
    return kg / STEP_KG * STEP_KG;
  }

  private static Instant startOf(LocalDate day) {
    return DemoCalendar.at(day, LocalTime.MIDNIGHT);
  }
}
